-- Positions identify the entries of a terminal. Entries so far stand at their transaction numbers, so the column and
-- the unique key over it go on as those of the positions, and no row is written anew.
DROP TRIGGER log_event;

DROP INDEX log_day;

ALTER TABLE log RENAME COLUMN transaction_no TO position;

ALTER TABLE outbox RENAME COLUMN transaction_no TO position;

-- The transaction number of an entry that does not stand at it; most entries do and have none here.
ALTER TABLE log ADD COLUMN other_no INTEGER;

ALTER TABLE log ADD COLUMN transaction_no INTEGER AS (coalesce(other_no, position));

CREATE UNIQUE INDEX log_number ON log (tenant, store, terminal, transaction_no, business_counter);

-- Holds whatever a query filters by, so that counting does not touch the rows.
CREATE INDEX log_day ON log (
  tenant, store, terminal, business_date, transaction_no, open_counter, receipt_no, type, is_cancelled
);

-- On every way to append: an entry without a delivery record cannot come into being.
CREATE TRIGGER log_event AFTER INSERT ON log BEGIN
  INSERT INTO outbox (id, tenant, store, terminal, position, event, due_at)
  VALUES (NEW.id, NEW.tenant, NEW.store, NEW.terminal, NEW.position, json_extract(NEW.body, '$.event_id'), NEW.generated_at); END;
