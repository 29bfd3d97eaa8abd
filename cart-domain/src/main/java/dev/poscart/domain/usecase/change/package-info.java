/**
 * The only place that loads, changes and saves carts. It checks the precondition ({@code If-Match})
 * and the idempotency of a change, finishes an interrupted closing first, and starts over if a
 * change loses a race. What is changed, and why, does not belong here. Only {@link
 * dev.poscart.domain.usecase.change.CartRepository} loads and stores (docs/decisions/0008). Start
 * reading with {@link dev.poscart.domain.usecase.change.CartChange}.
 */
package dev.poscart.domain.usecase.change;
