package dev.poscart.benchmarks.floors;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The web server with the service's settings and nothing behind it: reads the body of an add-item
 * request and answers with a cart that was rendered before.
 */
final class WebFloor {

  private final Path answers;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  private WebFloor(Path answers) {
    this.answers = answers;
  }

  /**
   * Serves until it is killed.
   *
   * @param words folder with an answer per cart id, then those of {@code ServiceProcess}
   */
  public static void main(String... words) {
    WebFloor floor = new WebFloor(Path.of(words[0]));
    Javalin server = Javalin.create(floor::configure).start();
    System.out.println("listening on port " + server.port());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.http.defaultContentType = "application/json";
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = new QueuedThreadPool(64, 8);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setUseInputDirectByteBuffers(false);
          http.setUseOutputDirectByteBuffers(false);
        });
    config.jetty.addConnector(
        (server, http) ->
            new ServerConnector(
                server,
                null,
                null,
                ByteBufferPool.NON_POOLING,
                -1,
                -1,
                new HttpConnectionFactory(http)));
    config.routes.post("/api/v1/carts/{cart_id}/lineItems", this::answer);
  }

  private void answer(Context ctx) {
    byte[] sent = ctx.bodyAsBytes();
    byte[] answer = known.computeIfAbsent(ctx.pathParam("cart_id"), this::read);
    ctx.res().setContentLength(answer.length);
    ctx.status(sent.length == 0 ? 400 : 200).result(answer);
  }

  private byte[] read(String cartId) {
    try {
      return Files.readAllBytes(answers.resolve(cartId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
