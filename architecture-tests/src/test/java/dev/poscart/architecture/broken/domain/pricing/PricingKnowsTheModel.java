package dev.poscart.architecture.broken.domain.pricing;

interface PricingKnowsTheModel {
  dev.poscart.architecture.broken.domain.sale.Value badDomainSale();

  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
