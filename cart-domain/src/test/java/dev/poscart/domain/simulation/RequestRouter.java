package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.PortException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Routes each request of a terminal to one of the instances. */
final class RequestRouter {

  /** How long a terminal waits. */
  private static final long PATIENCE = 20 * SECOND;

  private final World world;
  private final List<Instance> instances;

  RequestRouter(World world, List<Instance> instances) {
    this.world = world;
    this.instances = instances;
  }

  /** A request, until the terminal gets an answer or stops waiting. */
  private static final class Request<T> {

    private final Function<Service, CompletionStage<T>> call;
    private final Consumer<Outcome<T>> told;
    private boolean over;

    Request(Function<Service, CompletionStage<T>> call, Consumer<Outcome<T>> told) {
      this.call = call;
      this.told = told;
    }

    void tell(Outcome<T> outcome) {
      if (!over) {
        over = true;
        told.accept(outcome);
      }
    }
  }

  <T> void send(Function<Service, CompletionStage<T>> call, Consumer<Outcome<T>> told) {
    Request<T> request = new Request<>(call, told);
    Instance instance = world.chance().of(instances);
    boolean lost = world.faults().losesMessage();
    // A delayed message may arrive long after the terminal has given up.
    boolean late = lost && world.chance().coin();
    if (lost) {
      world.tally().count("fault request " + (late ? "LATE" : "LOST"));
    }
    if (!lost || late) {
      world.time().in(late ? PATIENCE + latency() : latency(), () -> arrive(request, instance));
    }
    world.time().in(PATIENCE, () -> request.tell(new Outcome.Unknown<>("no answer")));
  }

  private <T> void arrive(Request<T> request, Instance instance) {
    Optional<Instance.Running> running = instance.running();
    if (running.isEmpty()) {
      world.time().in(latency(), () -> request.tell(new Outcome.NotReached<>()));
      return;
    }
    InstanceLifetime lifetime = running.get().lifetime();
    lifetime.atEnd(
        () ->
            world
                .time()
                .in(latency(), () -> request.tell(new Outcome.Unknown<>("connection lost"))));
    var unused =
        request
            .call
            .apply(running.get().service())
            .whenComplete((answer, failure) -> answer(request, lifetime, outcome(answer, failure)));
  }

  private <T> void answer(Request<T> request, InstanceLifetime lifetime, Outcome<T> outcome) {
    if (world.faults().losesMessage()) {
      world.tally().count("fault answer LOST");
      return;
    }
    world
        .time()
        .in(
            latency(),
            () -> {
              if (!lifetime.isOver()) {
                request.tell(outcome);
              }
            });
  }

  private static <T> Outcome<T> outcome(T answer, Throwable failure) {
    if (failure == null) {
      return new Outcome.Done<>(answer);
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Refused refused) {
      return new Outcome.Rejected<>(refused.refusal(), refused.detail());
    }
    if (cause instanceof PortException portFailure) {
      return new Outcome.Unknown<>(portFailure.port() + " " + portFailure.category());
    }
    return new Outcome.Crashed<>(cause);
  }

  private long latency() {
    return world.faults().latency();
  }
}
