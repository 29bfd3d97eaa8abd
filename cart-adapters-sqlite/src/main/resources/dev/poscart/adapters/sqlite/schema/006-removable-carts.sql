-- When a cart that may be removed was stored last, in microseconds since 1970; other carts have none. Those of an
-- earlier version count from now on.
ALTER TABLE carts ADD COLUMN removable_since INTEGER;

UPDATE carts SET removable_since = CAST(strftime('%s', 'now') AS INTEGER) * 1000000
  WHERE closing_at IS NULL
    AND (json_extract(body, '$.closed') IS NOT NULL
      OR (parked_at IS NULL AND json_array_length(body, '$.payments') = 0));

CREATE INDEX carts_removable ON carts (tenant, removable_since) WHERE removable_since IS NOT NULL;
