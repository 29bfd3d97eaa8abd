package dev.poscart.app.register;

import dev.poscart.app.PeerGate.Failure;
import dev.poscart.app.PeerStandIn;
import dev.poscart.app.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till of a service to which kugelpos's services say what there is. */
class RegisterMasterDataTest extends BrowserTest {

  private static final String TENANT = PeerStandIn.TENANT;
  private static final String APPLE =
      """
      {"itemCode":"49010001","description":"りんご","unitPrice":110.0,"categoryCode":"C1",
       "taxCode":"01","imageUrls":["https://pictures.example/a.png"],"isDeleted":false}""";

  @TempDir Path folder;

  @Test
  void itemsOfTheMasterDataService_areFoundAndSold_andItsAbsenceIsSaid() throws Exception {
    try (PeerStandIn terminals = new PeerStandIn();
        PeerStandIn master = new PeerStandIn()) {
      master.answers.put(TENANT + "/items", "[" + APPLE + "]");
      master.answers.put(TENANT + "/stores/5678/items/49010001/details", APPLE);
      master.answers.put(
          TENANT + "/categories", "[{\"categoryCode\":\"C1\",\"description\":\"果物\"}]");
      ServiceProcess service = ServiceProcess.start(options(terminals, master));
      try {
        Register till = browser().register(service.port(), "A1234-5678-9", "key9");
        till.shows(".categories", "果物").shows(".tile", "りんご");
        till.choose("#scan", "リンゴ").awaits(".tile").click(".tile").shows(".lines", "りんご");

        master.gate.fail(Failure.DOWN);
        till.reload().shows(".empty", "再試行中");
        master.gate.heal();
        till.shows(".tile", "りんご");
        assertClean();
      } finally {
        service.abandon();
      }
    }
  }

  private List<String> options(PeerStandIn terminals, PeerStandIn master) {
    return List.of(
        "--data-dir",
        folder.toString(),
        "--host",
        "127.0.0.1",
        "--base-url-terminal",
        terminals.base(),
        "--base-url-master-data",
        master.base(),
        "--use-grpc",
        "false");
  }
}
