/**
 * What the till prints when a sale is closed: a layout of lines, made once per transaction, and a
 * renderer for each form (journal text, print data). Pure functions without clock or libraries. All
 * amounts are decided before anything is printed.
 */
package dev.poscart.domain.receipt;
