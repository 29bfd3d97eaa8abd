package dev.poscart.app.metrics;

import dev.poscart.adapters.grpc.ChannelState;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sources of the current channel and breaker state, polled when metrics are scraped.
 *
 * @param channel empty while there is no channel
 */
public record ItemMasterStates(
    Supplier<Optional<ChannelState>> channel, Supplier<Breaker> breaker) {}
