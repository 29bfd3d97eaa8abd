/**
 * The figures of X and Z reports: what a till, or all tills of a store, sold, took back and should
 * have in the drawer. Figures are pure sums over entries of the log, so those of a store are the
 * sums of its tills', and those of a day the sums of its sessions'. Start reading with {@link
 * dev.poscart.domain.report.SalesFigures}.
 */
package dev.poscart.domain.report;
