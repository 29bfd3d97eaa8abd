package dev.poscart.architecture.broken.adapters.grpc;

interface GrpcAdapterKnowsTheModelPortsAndCodes {
  dev.poscart.architecture.broken.domain.usecase.Value badDomainUsecase();

  dev.poscart.architecture.broken.adapters.mongo.Value badAdaptersMongo();

  dev.poscart.architecture.broken.web.Value badWeb();

  dev.poscart.architecture.broken.app.Value badApp();

  dev.poscart.architecture.broken.proto.Value goodProto();

  dev.poscart.architecture.broken.domain.port.Value goodDomainPort();

  dev.poscart.architecture.broken.domain.code.Value goodDomainCode();

  dev.poscart.architecture.broken.domain.model.Value goodDomainModel();
}
