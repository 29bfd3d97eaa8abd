package dev.poscart.architecture.broken.domain.document;

interface DocumentsKnowTheModelAndPorts {
  dev.poscart.architecture.broken.domain.sale.Value badDomainSale();

  dev.poscart.architecture.broken.domain.usecase.Value badDomainUsecase();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();
}
