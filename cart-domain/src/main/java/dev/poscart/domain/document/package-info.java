/**
 * Carts, transactions and reference data as plain documents: maps, lists, strings, booleans, {@link
 * java.lang.Integer}, {@link java.lang.Long}, {@link java.math.BigDecimal} and null under
 * snake_case keys. This is the language in which stores keep them and in which peer services hear
 * of a sale. Pure functions both ways; no storage technology may enter.
 */
package dev.poscart.domain.document;
