-- What is known of a terminal beside its log.
CREATE TABLE terminals (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  store TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (tenant, store, terminal)
);

-- The terminal at which a cart is neither closed nor parked.
ALTER TABLE carts ADD COLUMN open_at TEXT;

UPDATE carts SET open_at = json_extract(body, '$.terminal_no') || '-' || json_extract(body, '$.store_code')
  WHERE parked_at IS NULL AND json_extract(body, '$.closed') IS NULL;

CREATE INDEX carts_open ON carts (tenant, open_at) WHERE open_at IS NOT NULL;
