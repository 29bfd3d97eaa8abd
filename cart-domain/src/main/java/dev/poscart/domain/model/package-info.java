/**
 * The model: carts, line items, payments, transactions. Immutable values that validate themselves.
 * No libraries, clocks or threads.
 */
package dev.poscart.domain.model;
