package dev.poscart.app;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A store profile for tests: one store, any number of terminals, all kinds of tax. */
public final class TestShop {

  private TestShop() {}

  public static String terminalId(int terminalNo) {
    return "A1234-5678-" + terminalNo;
  }

  public static String apiKey(int terminalNo) {
    return "key" + terminalNo;
  }

  /** The profile with terminals 1 to {@code terminals}. */
  public static String profile(int terminals) {
    String list =
        IntStream.rangeClosed(1, terminals)
            .mapToObj(TestShop::terminal)
            .collect(Collectors.joining(",\n"));
    return """
        {"tenants": [{
          "tenantId": "A1234",
          "stores": [{"storeCode": "5678", "storeName": "テスト店", "terminals": [%s]}],
          "items": [
            {"itemCode": "A", "description": "りんご", "unitPrice": 100, "categoryCode": "C1", "taxCode": "01"},
            {"itemCode": "J", "description": "ジュース", "unitPrice": 108, "categoryCode": "C2", "taxCode": "12"},
            {"itemCode": "B", "description": "本", "unitPrice": 550, "categoryCode": "C3", "taxCode": "02"},
            {"itemCode": "E", "description": "切手", "unitPrice": 84, "categoryCode": "C4", "taxCode": "00"},
            {"itemCode": "V", "description": "壺", "unitPrice": 30000, "categoryCode": "C5", "taxCode": "01"},
            {"itemCode": "R", "description": "米", "unitPrice": 5400, "categoryCode": "C6", "taxCode": "12"},
            {"itemCode": "U", "description": "傘", "unitPrice": 1999, "categoryCode": "C7", "taxCode": "02"},
            {"itemCode": "M", "description": "高額", "unitPrice": 60000, "categoryCode": "C1", "taxCode": "02"},
            {"itemCode": "X8", "description": "外8", "unitPrice": 100, "categoryCode": "C2", "taxCode": "11"},
            {"itemCode": "OLD", "description": "廃番", "unitPrice": 10, "categoryCode": "C1", "taxCode": "01", "isActive": false}],
          "paymentMethods": [
            {"paymentCode": "01", "description": "現金", "kind": "cash"},
            {"paymentCode": "11", "description": "キャッシュレス", "kind": "cashless"}]
        }]}
        """
        .formatted(list);
  }

  /**
   * Serves a profile on a free port, on an embedded database, with the items of a given master.
   *
   * @param folder for the data
   * @param more other settings
   */
  static Poscart start(Path folder, Path profile, String itemMaster, Map<Variable, String> more) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.PORT, "0");
    settings.put(Variable.STORE_PROFILE, profile.toString());
    settings.put(Variable.DATA_DIR, folder.resolve("data").toString());
    settings.put(Variable.MASTER_DATA_GRPC_URL, itemMaster);
    settings.putAll(more);
    return Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
  }

  /**
   * Serves the demo store on a free port.
   *
   * @param more other settings
   */
  static Poscart startDemo(Path dataDir, Map<Variable, String> more) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.PORT, "0");
    settings.put(Variable.DATA_DIR, dataDir.toString());
    settings.putAll(more);
    return Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
  }

  private static String terminal(int terminalNo) {
    return """
        {"terminalNo": %d, "apiKey": "%s", "status": "Opened", "businessDate": "20251123",
         "openCounter": 1, "businessCounter": 7, "staff": {"id": "S001", "name": "スタッフ太郎"}}"""
        .formatted(terminalNo, apiKey(terminalNo));
  }
}
