package dev.poscart.architecture.broken.domain.sale;

interface SaleKnowsPricingCodesAndTheModel {
  dev.poscart.architecture.broken.domain.usecase.Value badDomainUsecase();

  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.pricing.Value goodDomainPricing();

  dev.poscart.architecture.broken.domain.code.Value goodDomainCode();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
