package dev.poscart.architecture.broken.adapters.grpc;

import dev.poscart.architecture.broken.proto.Value;
import java.util.List;

public abstract class GrpcAdapterShowsNoGeneratedType {
  public abstract Value badAnswer();

  public abstract void badParameter(List<Value> values);

  abstract Value goodSecret();
}
