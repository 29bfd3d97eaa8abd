/**
 * What can be done to a cart: each operation is a pure function from a cart to the next one that
 * checks the state machine and the rules of the till, or refuses and leaves everything as it was.
 * Ports, time and ids come in as arguments or stay outside.
 */
package dev.poscart.domain.sale;
