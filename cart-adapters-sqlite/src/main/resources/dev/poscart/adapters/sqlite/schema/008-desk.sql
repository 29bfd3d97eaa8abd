-- Openings, closings and cash movements stand in the log between the transactions. They have no number of their own and
-- carry that of the last transaction along, zero if there is none.
ALTER TABLE log ADD COLUMN carried_no INTEGER;

CREATE INDEX log_desk ON log (tenant, store, terminal, business_date, position) WHERE carried_no IS NOT NULL;

CREATE INDEX log_shift ON log (tenant, store, terminal, position) WHERE type IN (301, 302);
