package dev.poscart.architecture.broken.domain.code;

interface CodesKnowTheModel {
  dev.poscart.architecture.broken.domain.sale.Value badDomainSale();

  dev.poscart.architecture.broken.domain.port.Value badDomainPort();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
