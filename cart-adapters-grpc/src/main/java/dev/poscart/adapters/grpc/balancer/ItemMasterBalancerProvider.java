package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer;
import io.grpc.LoadBalancerProvider;
import io.grpc.LoadBalancerRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The load balancing policy of one channel. It has a unique name, because gRPC finds policies only
 * by name, and this one is also called directly. Register it before the channel is created, and
 * deregister it when the channel is closed.
 */
public final class ItemMasterBalancerProvider extends LoadBalancerProvider {

  private static final AtomicLong REGISTERED = new AtomicLong();

  private final String policyName = "poscart_item_master_" + REGISTERED.incrementAndGet();
  private final BalancerContext context;

  private ItemMasterBalancerProvider(BalancerContext context) {
    this.context = context;
  }

  /**
   * Registers a policy with gRPC.
   *
   * @param onLeft receives each connection that is abandoned because it is silent, on a network or
   *     timer thread: must return at once
   */
  public static ItemMasterBalancerProvider register(
      LivenessPolicy policy, Consumer<SilentConnection> onLeft) {
    ItemMasterBalancerProvider provider =
        new ItemMasterBalancerProvider(new BalancerContext(policy, onLeft, System::nanoTime));
    LoadBalancerRegistry.getDefaultRegistry().register(provider);
    return provider;
  }

  /** Removes the policy; the channel must not need it any longer. */
  public void deregister() {
    LoadBalancerRegistry.getDefaultRegistry().deregister(this);
  }

  /**
   * Makes a connection attempt because calls are waiting. Does nothing if there is a connection, or
   * while the channel is idle.
   */
  public void attempt() {
    context.attempt();
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
    return policyName;
  }

  @Override
  public LoadBalancer newLoadBalancer(LoadBalancer.Helper helper) {
    ItemMasterBalancer balancer = new ItemMasterBalancer(helper, context);
    context.attemptBy(() -> helper.getSynchronizationContext().execute(balancer::attempt));
    return balancer;
  }
}
