package dev.poscart.adapters.grpc.balancer;

import java.time.Duration;
import java.time.Instant;

/**
 * A connection was left because nothing came over it any more.
 *
 * @param leftAt when
 * @param peer the address at its other end
 * @param silence from when the oldest call in flight was sent, or the last word of the server if
 *     that came later, until the connection was left
 * @param calls how many calls were waiting on it
 * @param isAnsweredElsewhere whether another connection answered one of these calls; if not, they
 *     reached their deadlines
 */
public record SilentConnection(
    Instant leftAt, String peer, Duration silence, int calls, boolean isAnsweredElsewhere) {}
