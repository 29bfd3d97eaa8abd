/**
 * The things a till talks about: carts, line items, tenders, transactions. Immutable values that
 * check themselves when made. Nothing here knows a library, a clock or a thread.
 */
package dev.poscart.domain.model;
