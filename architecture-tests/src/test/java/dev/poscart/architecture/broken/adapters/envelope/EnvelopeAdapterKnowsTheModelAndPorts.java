package dev.poscart.architecture.broken.adapters.envelope;

interface EnvelopeAdapterKnowsTheModelAndPorts {
  dev.poscart.architecture.broken.domain.usecase.Value badDomainUsecase();

  dev.poscart.architecture.broken.adapters.http.Value badAdaptersHttp();

  dev.poscart.architecture.broken.web.Value badWeb();

  dev.poscart.architecture.broken.domain.document.Value goodDomainDocument();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
