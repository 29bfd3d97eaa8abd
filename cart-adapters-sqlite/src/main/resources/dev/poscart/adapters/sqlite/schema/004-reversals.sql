-- The history of a sale that an entry takes a place in; most entries are sales and have none.
ALTER TABLE log ADD COLUMN reverses TEXT;

CREATE INDEX log_reverses ON log (tenant, reverses) WHERE reverses IS NOT NULL;
