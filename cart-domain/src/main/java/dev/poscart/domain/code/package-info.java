/**
 * What the code of an item, as a scanner or a person sends it, stands for: the item to ask the
 * master for, and the price, weight or class that the code carries. Pure functions; the rules are
 * those of the GS1 General Specifications and of Japan's book and magazine codes.
 */
package dev.poscart.domain.code;
