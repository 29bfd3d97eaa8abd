/**
 * Interprets item codes from scanners and keyboards: the item to look up, and the price, weight or
 * class that the code contains. Pure functions; the rules are those of the GS1 General
 * Specifications and of Japan's book and magazine codes.
 */
package dev.poscart.domain.code;
