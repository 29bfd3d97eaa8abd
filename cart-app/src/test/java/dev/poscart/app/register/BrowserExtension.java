package dev.poscart.app.register;

import dev.poscart.app.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens service and browser with the first test that needs them, and closes them after the last.
 */
final class BrowserExtension implements ParameterResolver {

  /** The demo store and a browser, for all tests of this run. */
  static final class Shared implements AutoCloseable {

    private final Path folder;
    private Optional<ServiceProcess> service = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    private Shared() {
      try {
        this.folder = Files.createTempDirectory("register-tests");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    ServiceProcess service() throws Exception {
      if (service.isEmpty()) {
        service = Optional.of(ServiceProcess.start(demo(folder)));
      }
      return service.get();
    }

    Browser browser() {
      if (browser.isEmpty()) {
        browser = Optional.of(new Browser(folder.resolve("browser")));
      }
      return browser.get();
    }

    @Override
    public void close() throws IOException {
      browser.ifPresent(Browser::close);
      service.ifPresent(ServiceProcess::abandon);
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** The options of a service with the demo store and its data in a folder. */
  static List<String> demo(Path folder) {
    return List.of("--data-dir", folder.resolve("data").toString(), "--host", "127.0.0.1");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Shared.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(BrowserExtension.class))
        .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
  }
}
