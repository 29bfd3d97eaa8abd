-- Requests that have a key, and what they were answered. The place counts each terminal's requests, so that
-- finding the earliest of too many needs no counting. A request without a status is not answered yet.
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  store TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  place INTEGER NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  change TEXT NOT NULL,
  attempt TEXT NOT NULL,
  lease_end INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  status INTEGER,
  version TEXT,
  body BLOB,
  UNIQUE (tenant, store, terminal, key),
  UNIQUE (tenant, store, terminal, place)
);

CREATE INDEX answers_expiry ON answers (expires_at);

CREATE INDEX answers_running ON answers (lease_end) WHERE status IS NULL;
