package dev.poscart.architecture.broken.adapters.http;

interface HttpAdapterKnowsTheModelAndPorts {
  dev.poscart.architecture.broken.domain.usecase.Value badDomainUsecase();

  dev.poscart.architecture.broken.adapters.grpc.Value badAdaptersGrpc();

  dev.poscart.architecture.broken.web.Value badWeb();

  dev.poscart.architecture.broken.domain.document.Value goodDomainDocument();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
