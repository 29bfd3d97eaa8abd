-- Finds the highest transaction number of a session. The unique key over the same columns serves searches for a number.
CREATE INDEX log_session ON log (tenant, store, terminal, business_counter, transaction_no);
