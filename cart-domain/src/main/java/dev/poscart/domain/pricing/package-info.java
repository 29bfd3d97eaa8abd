/**
 * The arithmetic of a sale: line amounts, discounts and their allocation, taxes, stamp duty. Pure
 * functions on exact decimals; state, ports and time may not enter.
 */
package dev.poscart.domain.pricing;
