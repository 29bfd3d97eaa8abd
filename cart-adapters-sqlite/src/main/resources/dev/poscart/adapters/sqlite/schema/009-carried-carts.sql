-- The highest revision of each cart that travels, as far as this database has seen it.
CREATE TABLE revisions (
  tenant TEXT NOT NULL,
  cart TEXT NOT NULL,
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, cart)
) WITHOUT ROWID;

CREATE INDEX revisions_expiry ON revisions (expires_at);

-- What was refused or odd about such carts. The place counts each tenant's incidents, so that finding the earliest of
-- too many needs no counting.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  store TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  place INTEGER NOT NULL,
  cart TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  UNIQUE (tenant, place)
);

CREATE INDEX incidents_cart ON incidents (tenant, cart);

CREATE INDEX incidents_expiry ON incidents (expires_at);
