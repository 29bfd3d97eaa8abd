package dev.poscart.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What a command did that ran in this process.
 *
 * @param code empty: it serves
 */
record CommandOutcome(OptionalInt code, String out, String err) {

  static CommandOutcome of(String... words) {
    return of(Map.of(), serving -> {}, List.of(words));
  }

  static CommandOutcome of(
      Map<String, String> environment,
      Consumer<CompletionStage<Poscart>> serving,
      List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OptionalInt code =
        new Program(printer(out), printer(err), serving)
            .run(words, environment)
            .toCompletableFuture()
            .join();
    return new CommandOutcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }
}
