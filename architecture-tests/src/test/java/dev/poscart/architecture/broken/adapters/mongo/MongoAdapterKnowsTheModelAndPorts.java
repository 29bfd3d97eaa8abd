package dev.poscart.architecture.broken.adapters.mongo;

interface MongoAdapterKnowsTheModelAndPorts {
  dev.poscart.architecture.broken.domain.sale.Value badDomainSale();

  dev.poscart.architecture.broken.adapters.sqlite.Value badAdaptersSqlite();

  dev.poscart.architecture.broken.proto.Value badProto();

  dev.poscart.architecture.broken.domain.document.Value goodDomainDocument();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
