/**
 * Carts, transactions and reference data as plain documents: maps, lists, strings, booleans, {@link
 * java.lang.Integer}, {@link java.lang.Long}, {@link java.math.BigDecimal} and null under
 * snake_case keys. Stores keep documents in this form, and peer services receive sales in it. Pure
 * functions in both directions. Storage technology does not belong here.
 */
package dev.poscart.domain.document;
