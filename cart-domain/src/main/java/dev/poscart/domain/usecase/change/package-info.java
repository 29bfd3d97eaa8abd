/**
 * The one place that loads a cart, changes it and saves it. Here the precondition ({@code
 * If-Match}) and the idempotency of a change are checked, a closing that was decided but not
 * finished is finished first, and a change that lost a race starts over. What is changed, and why,
 * does not belong here. Only {@link dev.poscart.domain.usecase.change.CartRepository} loads and
 * stores (docs/decisions/0008). Start reading with {@link
 * dev.poscart.domain.usecase.change.CartChange}.
 */
package dev.poscart.domain.usecase.change;
