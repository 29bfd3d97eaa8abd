/**
 * Bill and cancel: a cart ends with exactly one transaction in the log, whatever crashes in
 * between. The recovery job finishes what a crash or a lost response left half done. What a
 * transaction contains is decided in {@code domain.sale}. Start reading with {@link
 * dev.poscart.domain.usecase.closing.ClosingService}.
 */
package dev.poscart.domain.usecase.closing;
