/**
 * Transaction and receipt numbers: an entry takes the next numbers by being appended to the log, so
 * that there are no gaps and no duplicates. Only closings and reversals append. The range of
 * receipt numbers comes from {@code settings}. Start reading with {@link
 * dev.poscart.domain.usecase.numbering.Numbering}.
 */
package dev.poscart.domain.usecase.numbering;
