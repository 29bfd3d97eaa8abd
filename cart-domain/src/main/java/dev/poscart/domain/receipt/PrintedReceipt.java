package dev.poscart.domain.receipt;

/**
 * The two printed forms of a transaction.
 *
 * @param receiptText print data for the receipt printer: XML, one element per line
 * @param journalText plain text, each line 32 columns wide and ended with a line feed
 */
public record PrintedReceipt(String receiptText, String journalText) {}
