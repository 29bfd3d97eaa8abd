/**
 * What terminals, operators and peer services ask the service to do: one package per feature.
 *
 * <ul>
 *   <li>{@code cart}: carts from the first item to payment, parked carts, old carts
 *   <li>{@code change}: the one place that loads a cart, changes it and saves it
 *   <li>{@code closing}: bill and cancel, and what a crash left half closed
 *   <li>{@code reversal}: voids and returns
 *   <li>{@code session}: the business date and the counters that a transaction is booked under
 *   <li>{@code numbering}: the next numbers in the transaction log
 *   <li>{@code settings}: what a tenant's settings say about receipts
 *   <li>{@code transaction}: reading the transaction log
 *   <li>{@code idempotency}: requests that carry an idempotency key
 *   <li>{@code delivery}: events on their way from the outbox to the peer services
 *   <li>{@code access}: who is calling
 *   <li>{@code audit}: checking the transaction log
 * </ul>
 *
 * <p>A change follows one pattern: load through a port, check that the state allows it, apply a
 * pure function, save if the stored version is still the one that was loaded, else start over. No
 * library, no wire format and no database may enter, and nothing here blocks or starts a thread.
 * This package itself holds only the helpers that several features share. Start reading with {@link
 * dev.poscart.domain.usecase.cart.CartService}.
 */
package dev.poscart.domain.usecase;
