package dev.poscart.app;

import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ItemImportRequest;
import dev.poscart.app.profile.ItemImport;
import dev.poscart.app.profile.StoreProfileReader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The {@code import-items} command: imports items into a store profile. */
final class ItemImportCommand {

  private ItemImportCommand() {}

  /**
   * Imports the items.
   *
   * @return the exit code
   * @throws dev.poscart.app.config.ConfigurationException if a file is not possible
   */
  static int run(ItemImportRequest request, PrintStream out, PrintStream err, Clock clock) {
    String today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    ItemImport items =
        ItemImport.prepare(
            request.items(), request.profile(), request.tenantId(), new StoreProfileReader(today));
    OperatorOutput mistakes = new OperatorOutput(err);
    items.mistakes().forEach(mistakes::line);
    OperatorOutput summary = new OperatorOutput(out);
    if (!items.mistakes().isEmpty() && !request.keepGood()) {
      summary.line(
          "%s: nothing imported, bad items %d".formatted(request.items(), items.mistakes().size()));
      return ExitCode.FAULTY.code();
    }
    items.result().write();
    summary.line(
        "%s: added %d, replaced %d, bad %d"
            .formatted(
                request.profile(), items.added(), items.replaced(), items.mistakes().size()));
    if (items.result().made()) {
      summary.line(
          "made after the demo store: enter your own tenant, stores, terminals and staff in it");
    }
    return ExitCode.DONE.code();
  }
}
