-- The count of receipts at terminals that count them, which no two transactions of a terminal have. Desk entries carry the
-- last one along. Entries so far have none here: their counts were not kept apart.
ALTER TABLE log ADD COLUMN receipt_counter INTEGER;

CREATE UNIQUE INDEX log_receipt ON log (tenant, store, terminal, receipt_counter)
  WHERE receipt_counter IS NOT NULL AND carried_no IS NULL;
