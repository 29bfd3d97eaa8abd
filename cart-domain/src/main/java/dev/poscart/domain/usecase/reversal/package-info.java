/**
 * Voids and returns: each sale is reversed at most once, in whole or in pieces. The rules for what
 * may be reversed do not belong here but in {@code domain.sale}. Start reading with {@link
 * dev.poscart.domain.usecase.reversal.ReversalService}.
 */
package dev.poscart.domain.usecase.reversal;
