package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * A tender: what a customer hands over.
 *
 * @param detail free text for the log, such as a card brand
 */
public record Tender(String paymentCode, Money amount, Optional<String> detail) {}
