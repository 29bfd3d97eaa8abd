package dev.poscart.architecture.broken.domain.receipt;

interface ReceiptKnowsReportsAndTheModel {
  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.pricing.Value badDomainPricing();

  dev.poscart.architecture.broken.domain.report.Value goodDomainReport();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
