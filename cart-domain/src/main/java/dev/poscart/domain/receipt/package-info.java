/**
 * What the till prints when a sale is closed: a list of lines laid out once from the transaction,
 * and one renderer per form (journal text, print data). Pure functions; no clock, no library, no
 * decision about money, which has been made before anything is printed.
 */
package dev.poscart.domain.receipt;
