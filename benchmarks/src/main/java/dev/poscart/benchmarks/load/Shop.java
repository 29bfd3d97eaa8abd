package dev.poscart.benchmarks.load;

import dev.poscart.app.load.LoadTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A store with a terminal for each user; its items are those of the counting item master. */
public final class Shop {

  private static final String PROFILE =
      """
      {"tenants": [{
        "tenantId": "B0001",
        "stores": [{"storeCode": "0001", "storeName": "測定店", "terminals": [%s]}],
        "items": [],
        "paymentMethods": [{"paymentCode": "01", "description": "現金", "kind": "cash"}]
      }]}
      """;

  private Shop() {}

  /** Terminals, numbered from 1. */
  public static List<LoadTerminal> terminals(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(no -> new LoadTerminal("B0001-0001-" + no, "benchmark-key-" + no))
        .toList();
  }

  static List<String> itemCodes(int count) {
    return IntStream.range(0, count)
        .mapToObj(no -> String.valueOf(2_000_000_000_000L + no))
        .toList();
  }

  /** Writes the store profile for {@code count} terminals. */
  public static Path writeProfile(Path folder, int count) {
    String terminals =
        IntStream.rangeClosed(1, count).mapToObj(Shop::terminal).collect(Collectors.joining(",\n"));
    try {
      return Files.writeString(folder.resolve("shop.json"), PROFILE.formatted(terminals));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String terminal(int no) {
    return """
    {"terminalNo": %d, "apiKey": "benchmark-key-%d", "status": "Opened", "openCounter": 1,
     "businessCounter": 1, "staff": {"id": "S001", "name": "測定 太郎"}}\
    """
        .formatted(no, no);
  }
}
