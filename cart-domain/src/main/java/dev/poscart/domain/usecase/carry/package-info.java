/**
 * Carts that travel with their terminals: opening them, taking them from a request, and issuing
 * them with the answer. What is done with a cart in between is the same as for stored carts. Start
 * reading with {@link dev.poscart.domain.usecase.carry.CarriedCarts}.
 */
package dev.poscart.domain.usecase.carry;
