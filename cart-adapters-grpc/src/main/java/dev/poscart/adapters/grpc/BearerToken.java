package dev.poscart.adapters.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Sends the bearer token from a file with each call. */
final class BearerToken implements ClientInterceptor {

  static final Metadata.Key<String> HEADER =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private volatile String value = "";

  private BearerToken() {}

  static BearerToken from(Path file, Duration lookEvery, ScheduledExecutorService timer) {
    BearerToken token = new BearerToken();
    FileWatch.start(
        List.of(file),
        lookEvery,
        timer,
        () -> token.value = "Bearer " + Files.readString(file).strip());
    return token;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        headers.put(HEADER, value);
        super.start(listener, headers);
      }
    };
  }
}
