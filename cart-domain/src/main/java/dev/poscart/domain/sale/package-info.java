/**
 * The operations on a cart: each is a pure function from a cart to the next one, which checks the
 * state machine and the rules of the till, or refuses and changes nothing. Time and ids are passed
 * as arguments; ports do not belong here.
 */
package dev.poscart.domain.sale;
