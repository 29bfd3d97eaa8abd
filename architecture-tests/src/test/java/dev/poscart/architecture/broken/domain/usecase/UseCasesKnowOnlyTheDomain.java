package dev.poscart.architecture.broken.domain.usecase;

interface UseCasesKnowOnlyTheDomain {
  dev.poscart.architecture.broken.web.Value badWeb();

  dev.poscart.architecture.broken.adapters.mongo.Value badAdaptersMongo();

  dev.poscart.architecture.broken.app.Value badApp();

  dev.poscart.architecture.broken.domain.sale.Value goodDomainSale();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();

  dev.poscart.architecture.broken.domain.receipt.Value goodDomainReceipt();
}
