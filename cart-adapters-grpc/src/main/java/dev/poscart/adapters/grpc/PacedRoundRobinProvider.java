package dev.poscart.adapters.grpc;

import io.grpc.LoadBalancer;
import io.grpc.LoadBalancerProvider;
import io.grpc.LoadBalancerRegistry;

/** Makes {@link PacedRoundRobin} known to gRPC by name. */
final class PacedRoundRobinProvider extends LoadBalancerProvider {

  private static final String NAME = "poscart_paced_round_robin";

  static {
    LoadBalancerRegistry.getDefaultRegistry().register(new PacedRoundRobinProvider());
  }

  private PacedRoundRobinProvider() {}

  /** The policy's name, which gRPC knows from the moment it is asked for here. */
  static String policy() {
    return NAME;
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public int getPriority() {
    return 5;
  }

  @Override
  public String getPolicyName() {
    return NAME;
  }

  @Override
  public LoadBalancer newLoadBalancer(LoadBalancer.Helper helper) {
    return new PacedRoundRobin(helper);
  }
}
