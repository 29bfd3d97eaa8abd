package dev.poscart.adapters.grpc;

import java.time.Duration;

/**
 * Where the item master is and how to talk to it.
 *
 * @param target {@code host:port}, or any target that gRPC's name resolution knows
 * @param deadline for one call, connecting and waiting included
 * @param connectTimeout for one attempt to open a TCP connection
 * @param keepAlive how long a connection with calls may be silent before it is probed; never
 *     without calls, because servers hang up on that
 * @param drainTimeout how long closing waits for calls in flight before it breaks them
 * @param maxMessageBytes the largest message taken, each way
 * @param primingCalls calls made in the background after the start, so that the first customer does
 *     not pay for connecting and class loading; 0 for none
 * @param userAgent how the client names itself to the server
 */
public record ItemMasterConfig(
    String target,
    Duration deadline,
    Duration connectTimeout,
    Duration keepAlive,
    Duration drainTimeout,
    int maxMessageBytes,
    int primingCalls,
    String userAgent) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MEBIBYTE = 1024 * 1024;

  public ItemMasterConfig {
    Expect.notBlank("target", target);
    Expect.within("deadline", deadline, Duration.ofMillis(1), LONGEST);
    Expect.within("connectTimeout", connectTimeout, Duration.ofMillis(1), LONGEST);
    Expect.within("keepAlive", keepAlive, Duration.ofSeconds(10), LONGEST);
    Expect.within("drainTimeout", drainTimeout, Duration.ZERO, LONGEST);
    Expect.within("maxMessageBytes", maxMessageBytes, 1024, 1024 * MEBIBYTE);
    Expect.within("primingCalls", primingCalls, 0, 1000);
    Expect.notBlank("userAgent", userAgent);
  }

  /** The usual settings: plaintext, 5 s for a call, messages up to 10 MiB. */
  public static ItemMasterConfig defaults(String target) {
    return new ItemMasterConfig(
        target,
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        10 * MEBIBYTE,
        20,
        "poscart");
  }

  public ItemMasterConfig withDeadline(Duration newDeadline) {
    return new ItemMasterConfig(
        target,
        newDeadline,
        connectTimeout,
        keepAlive,
        drainTimeout,
        maxMessageBytes,
        primingCalls,
        userAgent);
  }

  public ItemMasterConfig withDrainTimeout(Duration newDrainTimeout) {
    return new ItemMasterConfig(
        target,
        deadline,
        connectTimeout,
        keepAlive,
        newDrainTimeout,
        maxMessageBytes,
        primingCalls,
        userAgent);
  }

  public ItemMasterConfig withPrimingCalls(int newPrimingCalls) {
    return new ItemMasterConfig(
        target,
        deadline,
        connectTimeout,
        keepAlive,
        drainTimeout,
        maxMessageBytes,
        newPrimingCalls,
        userAgent);
  }
}
