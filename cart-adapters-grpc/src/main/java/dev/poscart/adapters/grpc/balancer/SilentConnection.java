package dev.poscart.adapters.grpc.balancer;

import java.time.Duration;
import java.time.Instant;

/**
 * A connection that was abandoned because it was silent.
 *
 * @param leftAt when it was abandoned
 * @param peer the address of the server
 * @param silence time from the sending of the oldest call in flight or, if later, the server's last
 *     response, until the connection was abandoned
 * @param calls number of calls waiting on it
 * @param isAnsweredElsewhere whether another connection answered one of these calls; otherwise they
 *     reached their deadlines
 */
public record SilentConnection(
    Instant leftAt, String peer, Duration silence, int calls, boolean isAnsweredElsewhere) {}
