package dev.poscart.benchmarks.rival;

import dev.poscart.app.Poscart;
import dev.poscart.app.config.Arguments;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.domain.port.ItemMasterPort;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The service with another way to reach the item master: the program of the rivals. */
public final class RivalService {

  private RivalService() {}

  /** The first argument selects the way, the others are the service's own. */
  public static void main(String[] words) {
    List<String> own = Arrays.asList(words).subList(1, words.length);
    if (Arguments.parse(own, Map.of()) instanceof Arguments.Request.Serve serve) {
      ServiceConfig config = ServiceConfig.read(serve.values());
      ItemMasterPort way = way(words[0], config.itemMaster().target().orElseThrow());
      Poscart service = Poscart.start(config, way).toCompletableFuture().join();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> service.stop().toCompletableFuture().join()));
    }
  }

  private static ItemMasterPort way(String name, String target) {
    return switch (name) {
      case "channel-per-lookup" -> new ChannelPerLookup(target);
      case "channel-per-request" -> new RepositoryPerRequest(target);
      default -> throw new IllegalArgumentException("'" + name + "' is no way of a rival");
    };
  }
}
