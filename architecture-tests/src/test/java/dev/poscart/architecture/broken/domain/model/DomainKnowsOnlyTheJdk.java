package dev.poscart.architecture.broken.domain.model;

import java.math.BigDecimal;
import org.slf4j.Logger;

interface DomainKnowsOnlyTheJdk {
  Logger badLogger();

  BigDecimal goodTotal();
}
