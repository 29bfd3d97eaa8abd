/**
 * The arithmetic of a sale: line amounts, discounts and their allocation, taxes, stamp duty. Pure
 * functions on exact decimals. State, ports and time do not belong here.
 */
package dev.poscart.domain.pricing;
