package dev.poscart.architecture.broken.domain.port;

interface PortsKnowTheModel {
  dev.poscart.architecture.broken.domain.sale.Value badDomainSale();

  dev.poscart.architecture.broken.domain.document.Value badDomainDocument();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
