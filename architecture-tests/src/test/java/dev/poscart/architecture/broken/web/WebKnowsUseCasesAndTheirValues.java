package dev.poscart.architecture.broken.web;

interface WebKnowsUseCasesAndTheirValues {
  dev.poscart.architecture.broken.adapters.sqlite.Value badAdaptersSqlite();

  dev.poscart.architecture.broken.domain.document.Value badDomainDocument();

  dev.poscart.architecture.broken.app.Value badApp();

  dev.poscart.architecture.broken.proto.Value badProto();

  dev.poscart.architecture.broken.domain.usecase.Value goodDomainUsecase();

  dev.poscart.architecture.broken.domain.sale.Value goodDomainSale();

  dev.poscart.architecture.broken.domain.report.Value goodDomainReport();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();
}
