package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.adapters.mongo.KugelposDay;
import dev.poscart.adapters.mongo.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command of the migration guide does what the guide says, in the guide's order. */
class MigrationGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "migrating-from-kugelpos.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh\n(.*?)^ *```$");
  private static final String RUN = "java -jar poscart.jar";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Poscart> services = new ArrayList<>();

  @Test
  void allCommands_succeed() throws Exception {
    List<String> commands = commands();
    assertThat(commands)
        .containsExactly(
            "export ENV_FILE=/etc/kugelpos/cart.env",
            RUN + " migrate --check",
            RUN,
            "curl --fail http://localhost:8003/health/ready",
            RUN + " verify-log --tenant K7310",
            RUN + " migrate --check");
    try (WireServer mongo = WireServer.start();
        PeerStandIn peers = new PeerStandIn()) {
      restore(mongo);
      Path settings = Files.writeString(folder.resolve("cart.env"), settings(mongo, peers));
      for (String command : commands) {
        run(command.replace("/etc/kugelpos/cart.env", settings.toString()));
      }
    } finally {
      services.forEach(service -> service.stop().toCompletableFuture().join());
    }
    assertThat(services).hasSize(1);
  }

  private static List<String> commands() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .flatMap(String::lines)
        .map(String::strip)
        .toList();
  }

  private static void restore(WireServer mongo) {
    try (MongoClient client = MongoClients.create(mongo.connectionString())) {
      KugelposDay.restore(client, "db_cart");
    }
  }

  /** The settings of kugelpos's file, with the port of the test. */
  private static String settings(WireServer mongo, PeerStandIn peers) {
    return """
        MONGODB_URI=%s
        DB_NAME_PREFIX=db_cart
        BASE_URL_TERMINAL=%s
        BASE_URL_MASTER_DATA=%s
        SECRET_KEY=%s
        USE_GRPC=false
        PORT=0
        """
        .formatted(
            mongo.connectionString(), peers.base(), peers.base(), "0123456789abcdef".repeat(4));
  }

  private void run(String command) throws Exception {
    if (command.startsWith("export ")) {
      String[] parts = command.substring("export ".length()).split("=", 2);
      environment.put(parts[0], parts[1]);
    } else if (command.startsWith("curl --fail ")) {
      fetch(command.substring("curl --fail ".length()));
    } else {
      assertThat(command).startsWith(RUN);
      List<String> words =
          List.of(command.substring(RUN.length()).strip().split(" +")).stream()
              .filter(word -> !word.isEmpty())
              .toList();
      OptionalInt code = program(words);
      assertThat(code)
          .as(command)
          .isEqualTo(words.isEmpty() ? OptionalInt.empty() : OptionalInt.of(0));
    }
  }

  private OptionalInt program(List<String> words) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    List<CompletionStage<Poscart>> started = new ArrayList<>();
    OptionalInt code =
        new Program(nowhere, nowhere, started::add)
            .run(words, environment)
            .toCompletableFuture()
            .join();
    started.stream()
        .map(CompletionStage::toCompletableFuture)
        .map(CompletableFuture::join)
        .forEach(services::add);
    return code;
  }

  private void fetch(String address) throws IOException, InterruptedException {
    String here = address.replace(":8003", ":" + services.get(0).port());
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(here)).build(), BodyHandlers.ofString())
                .statusCode())
        .as(address)
        .isEqualTo(200);
  }
}
