-- Statements end with a semicolon at the end of a line. Bodies come last in their rows, so that what
-- stands before them is read without them.
CREATE TABLE carts (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  cart TEXT NOT NULL,
  version INTEGER NOT NULL,
  closing_at INTEGER,
  body TEXT NOT NULL,
  UNIQUE (tenant, cart)
);

CREATE INDEX carts_closing ON carts (tenant, closing_at, id) WHERE closing_at IS NOT NULL;

CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  store TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  transaction_no INTEGER NOT NULL,
  receipt_no INTEGER NOT NULL,
  claim TEXT NOT NULL,
  type INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  open_counter INTEGER NOT NULL,
  business_counter INTEGER NOT NULL,
  is_cancelled INTEGER NOT NULL,
  generated_at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  total_amount TEXT NOT NULL,
  total_amount_with_tax TEXT NOT NULL,
  total_quantity INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (tenant, store, terminal, transaction_no),
  UNIQUE (tenant, claim)
);

-- Holds whatever a query filters by, so that counting does not touch the rows.
CREATE INDEX log_day ON log (
  tenant, store, terminal, business_date, transaction_no, open_counter, receipt_no, type, is_cancelled
);

CREATE TABLE reference (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX reference_key ON reference (tenant, kind, key);
