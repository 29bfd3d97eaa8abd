package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.simulation.FaultSchedule.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The network between one instance and its peer services. A call is a message that is carried out
 * at one moment between request and answer, or afterwards, or never; the instance can crash at each
 * step.
 */
final class Network {

  /** How long a caller waits. */
  static final long PATIENCE = 5 * SECOND;

  private final World world;
  private final InstanceLifetime lifetime;
  private final Runnable crash;

  Network(World world, InstanceLifetime lifetime, Runnable crash) {
    this.world = world;
    this.lifetime = lifetime;
    this.crash = crash;
  }

  /** The handling of a message by a peer service. */
  interface Effect<T> {

    /**
     * Carries it out.
     *
     * @param answered whether the caller will get the answer
     */
    T apply(boolean answered);
  }

  /** A message in transit. */
  private record Call<T>(String peer, String what, Effect<T> effect, CompletableFuture<T> answer) {}

  <T> CompletionStage<T> read(String peer, String what, Effect<T> effect) {
    return call(new Call<>(peer, what, effect, new CompletableFuture<>()), false);
  }

  <T> CompletionStage<T> write(String peer, String what, Effect<T> effect) {
    return call(new Call<>(peer, what, effect, new CompletableFuture<>()), true);
  }

  private <T> CompletionStage<T> call(Call<T> call, boolean writes) {
    if (dies()) {
      return call.answer();
    }
    Fault fault = world.faults().faultOf(call.peer(), writes);
    world.tally().count("port calls");
    if (fault != Fault.NONE) {
      world.tally().count("fault " + fault);
      say(call, "will be " + fault);
    }
    send(call, fault);
    return call.answer();
  }

  private <T> void send(Call<T> call, Fault fault) {
    switch (fault) {
      case NONE -> soon(call, call.answer(), latency(), true);
      case SLOW ->
          soon(call, call.answer(), world.chance().micros(SECOND, PATIENCE - SECOND), true);
      case UNAVAILABLE -> fail(call, Category.UNAVAILABLE, latency());
      case ANSWER_LOST -> {
        soon(call, new CompletableFuture<>(), latency(), false);
        fail(call, Category.TIMEOUT, PATIENCE);
      }
      case LATE -> {
        fail(call, Category.TIMEOUT, PATIENCE);
        long late = PATIENCE + world.chance().micros(10 * MILLISECOND, 30 * SECOND);
        soon(call, new CompletableFuture<>(), late, false);
      }
      case LOST -> fail(call, Category.TIMEOUT, PATIENCE);
      case TWICE -> {
        long first = latency();
        soon(call, call.answer(), first, true);
        long later = first + world.chance().micros(MILLISECOND, 10 * SECOND);
        soon(call, new CompletableFuture<>(), later, false);
      }
      default -> throw new AssertionError(fault);
    }
  }

  private <T> void soon(Call<T> call, CompletableFuture<T> answer, long in, boolean answered) {
    world.time().in(in, () -> carryOut(call, answer, answered));
  }

  private <T> void carryOut(Call<T> call, CompletableFuture<T> answer, boolean answered) {
    if (lifetime.isOver() && world.chance().coin()) {
      say(call, "is gone with its sender");
      return;
    }
    try {
      T result = call.effect().apply(answered && !lifetime.isOver());
      say(call, result instanceof Boolean ? "-> " + result : "done");
      if (answered && !dies()) {
        world.time().in(latency(), () -> ifAlive(() -> answer.complete(result)));
      }
    } catch (PortException e) {
      say(call, "failed: " + e.getMessage());
      world.time().in(latency(), () -> ifAlive(() -> answer.completeExceptionally(e)));
    }
  }

  private <T> void fail(Call<T> call, Category category, long in) {
    world
        .time()
        .in(
            in,
            () ->
                ifAlive(
                    () -> {
                      say(call, "fails with " + category);
                      call.answer()
                          .completeExceptionally(
                              new PortException(call.peer(), category, call.what()));
                    }));
  }

  private void ifAlive(Runnable body) {
    if (!lifetime.isOver()) {
      body.run();
    }
  }

  /** Whether the instance has crashed or crashes at this point. */
  private boolean dies() {
    if (!lifetime.isOver() && world.faults().crashesNow()) {
      crash.run();
    }
    return lifetime.isOver();
  }

  private long latency() {
    return world.faults().latency();
  }

  private void say(Call<?> call, String what) {
    world.trace().add(lifetime.toString(), call.peer() + "." + call.what() + " " + what);
  }
}
