package dev.poscart.architecture.broken.domain.report;

interface ReportsKnowTheModel {
  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.receipt.Value badDomainReceipt();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
