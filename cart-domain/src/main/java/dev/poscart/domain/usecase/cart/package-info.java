/**
 * Carts from the first item to payment: opening them, entering items, discounts and tenders,
 * parking and retrieving them, explaining their figures, and removing old ones. Rules of the till
 * do not belong here but in {@code domain.sale}; loading, saving and retrying belong in {@code
 * change}. Start reading with {@link dev.poscart.domain.usecase.cart.CartService}.
 */
package dev.poscart.domain.usecase.cart;
