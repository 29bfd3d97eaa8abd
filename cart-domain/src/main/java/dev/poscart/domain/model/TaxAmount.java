package dev.poscart.domain.model;

/**
 * The tax of all live lines of one tax code.
 *
 * @param taxNo 1, 2, ... in order of the code's first live line
 * @param targetAmount what the tax is computed from: line amounts less allocated discounts
 * @param targetQuantity pieces
 */
public record TaxAmount(
    int taxNo,
    String taxCode,
    TaxType type,
    String name,
    Money amount,
    Money targetAmount,
    int targetQuantity) {}
