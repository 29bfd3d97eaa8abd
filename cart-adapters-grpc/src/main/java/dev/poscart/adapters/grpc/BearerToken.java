package dev.poscart.adapters.grpc;

import io.grpc.ClientInterceptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** The bearer token from a file, which is sent with each call. */
final class BearerToken {

  static final String HEADER = "authorization";

  private volatile String value = "";

  private BearerToken() {}

  static ClientInterceptor from(Path file, Duration lookEvery, ScheduledExecutorService timer) {
    BearerToken token = new BearerToken();
    FileWatch.start(
        List.of(file),
        lookEvery,
        timer,
        () -> token.value = "Bearer " + Files.readString(file).strip());
    return new CallHeaders(() -> Map.of(HEADER, token.value));
  }
}
