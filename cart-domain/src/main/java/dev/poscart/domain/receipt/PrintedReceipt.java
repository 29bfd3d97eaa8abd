package dev.poscart.domain.receipt;

/**
 * The two printed forms of a transaction.
 *
 * @param receiptText print data for the receipt printer, in the format of the receipt settings
 * @param journalText plain text, each line 32 columns wide and ended with a line feed
 */
public record PrintedReceipt(String receiptText, String journalText) {}
