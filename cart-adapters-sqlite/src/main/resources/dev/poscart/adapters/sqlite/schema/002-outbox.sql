-- The delivery record of each entry of the log, under the entry's id. Small rows, so that what changes
-- often does not drag the printed texts along. A record without a body is new.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  store TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  transaction_no INTEGER NOT NULL,
  event TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL DEFAULT 'pending',
  is_published INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  body TEXT
);

CREATE INDEX outbox_event ON outbox (tenant, event);

CREATE INDEX outbox_unpublished ON outbox (tenant, store, terminal, transaction_no)
  WHERE is_published = 0;

CREATE INDEX outbox_again ON outbox (tenant, due_at) WHERE is_published = 1 AND due_at IS NOT NULL;

CREATE INDEX outbox_open ON outbox (tenant, status) WHERE status <> 'delivered';

INSERT INTO outbox (id, tenant, store, terminal, transaction_no, event, due_at)
  SELECT id, tenant, store, terminal, transaction_no, json_extract(body, '$.event_id'), generated_at FROM log;

-- Whoever appends, and however: an entry without a delivery record cannot come into being.
CREATE TRIGGER log_event AFTER INSERT ON log BEGIN
  INSERT INTO outbox (id, tenant, store, terminal, transaction_no, event, due_at)
  VALUES (NEW.id, NEW.tenant, NEW.store, NEW.terminal, NEW.transaction_no, json_extract(NEW.body, '$.event_id'), NEW.generated_at); END;
