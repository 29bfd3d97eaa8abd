package dev.poscart.architecture.broken.domain.model;

interface ModelKnowsOnlyItself {
  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.pricing.Value badDomainPricing();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
