-- Both are there for a parked cart only, so that an ordinary one costs the index nothing.
ALTER TABLE carts ADD COLUMN parked_store TEXT;

ALTER TABLE carts ADD COLUMN parked_at INTEGER;

CREATE INDEX carts_parked ON carts (tenant, parked_store, parked_at, id) WHERE parked_at IS NOT NULL;
