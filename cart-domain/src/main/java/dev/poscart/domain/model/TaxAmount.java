package dev.poscart.domain.model;

/**
 * The tax of all live lines with one tax code.
 *
 * @param taxNo 1, 2, ... in the order of each code's first live line
 * @param targetAmount the amount that the tax is computed from: line amounts less allocated
 *     discounts
 * @param targetQuantity number of pieces
 */
public record TaxAmount(
    int taxNo,
    String taxCode,
    TaxType type,
    String name,
    Money amount,
    Money targetAmount,
    int targetQuantity) {}
