package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Which code returns stages instead of blocking. */
final class Stages {

  private static final DescribedPredicate<JavaAccess<?>> WAITING =
      Calls.anyOf(
          Calls.of("java.util.concurrent.Future", "get"),
          Calls.of("java.util.concurrent.CompletableFuture", "join"),
          Calls.of("java.util.concurrent.ForkJoinTask", "join", "invoke", "invokeAll"),
          Calls.of(
              "java.util.concurrent.ExecutorService", "awaitTermination", "invokeAll", "invokeAny"),
          Calls.of("java.util.concurrent.BlockingQueue", "take", "put"),
          Calls.of(
              "java.util.concurrent.BlockingDeque", "takeFirst", "takeLast", "putFirst", "putLast"),
          Calls.with(
              "java.util.concurrent.TimeUnit",
              "java.util.concurrent.BlockingQueue",
              "poll",
              "offer"),
          Calls.of("java.util.concurrent.TransferQueue", "transfer"),
          Calls.of("java.util.concurrent.CountDownLatch", "await"),
          Calls.of("java.util.concurrent.CyclicBarrier", "await"),
          Calls.of("java.util.concurrent.Phaser", "arriveAndAwaitAdvance", "awaitAdvance"),
          Calls.of("java.util.concurrent.Exchanger", "exchange"),
          Calls.of("java.util.concurrent.Semaphore", "acquire", "acquireUninterruptibly"),
          Calls.of("java.util.concurrent.TimeUnit", "sleep", "timedJoin", "timedWait"),
          Calls.of(
              "java.util.concurrent.locks.Condition",
              "await",
              "awaitNanos",
              "awaitUntil",
              "awaitUninterruptibly"),
          Calls.of("java.util.concurrent.locks.LockSupport", "park", "parkNanos", "parkUntil"),
          Calls.of("java.lang.Thread", "sleep", "join"),
          Calls.of("java.lang.Object", "wait"),
          Calls.of("java.lang.Process", "waitFor"),
          Calls.of("java.net.http.HttpClient", "send"),
          Calls.of("reactor.core.publisher.Mono", "block", "blockOptional"),
          Calls.of(
              "reactor.core.publisher.Flux", "blockFirst", "blockLast", "toIterable", "toStream"),
          Calls.of("io.grpc.ManagedChannel", "awaitTermination"),
          Calls.of("io.grpc.Server", "awaitTermination"),
          Calls.where("a blocking stub", target -> target.getName().startsWith("newBlocking")));

  private Stages() {}

  static ArchRule ports(House house) {
    return methods()
        .that()
        .areDeclaredInClassesThat(
            Layers.arePorts(house)
                // The first makes a value; the second gives access to the ports of a database.
                .and(not(house.named("domain.port.Identifiers", "domain.port.StoreSet"))))
        .should()
        .haveRawReturnType(CompletionStage.class);
  }

  static ArchRule noCodeBlocks(House house) {
    return noClasses()
        .that(house.inside())
        .and(not(house.in("proto")))
        .should()
        .accessTargetWhere(WAITING.and(not(excused(house))));
  }

  /** Places that may block on a stage, with the reason. */
  enum Excuse {
    /** The main thread only waits for the end of the process. */
    MAIN("app.Main"),
    /** The store's own threads wait for work; callers never come here. */
    SQLITE_THREADS("adapters.sqlite.OperationQueue", "java.util.concurrent.BlockingQueue", "take");

    final String place;

    @SuppressWarnings("ImmutableEnumChecker") // only asked
    private final DescribedPredicate<JavaAccess<?>> call;

    Excuse(String place) {
      this.place = place;
      this.call = WAITING;
    }

    Excuse(String place, String type, String method) {
      this.place = place;
      this.call = Calls.of(type, method);
    }

    DescribedPredicate<JavaAccess<?>> in(House house) {
      return describe(
          "in " + place,
          access -> house.exempt(place).test(access.getOriginOwner()) && call.test(access));
    }
  }

  private static DescribedPredicate<JavaAccess<?>> excused(House house) {
    List<DescribedPredicate<JavaAccess<?>>> excuses =
        List.of(Excuse.values()).stream().map(excuse -> excuse.in(house)).toList();
    return describe("excused", access -> excuses.stream().anyMatch(excuse -> excuse.test(access)));
  }
}
