package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents can write their data when the process ends, but cannot keep it from ending. */
@Slow
class EndOfProcessTest {

  @TempDir Path folder;

  @Test
  void afterTheDrain_otherShutdownHooksRun_andTheExitCodeIs0() throws Exception {
    Path measured = folder.resolve("measured");
    ServiceProcess service = serving(EndOfProcessAgent.writing(folder, measured));

    assertThat(service.terminate()).as(service.output()).isZero();

    assertThat(service.output()).contains("stopped");
    assertThat(measured).hasContent("what was measured");
  }

  @Test
  void hangingHook_isAbandonedWithALogLine_andTheExitCodeIsKept() throws Exception {
    Path measured = folder.resolve("measured");
    ServiceProcess program =
        ServiceProcess.launch(
            EndingProgram.class,
            List.of(EndOfProcessAgent.hanging(folder, measured)),
            List.of("0"));

    assertThat(program.exitCode()).isZero();

    assertThat(measured).hasContent("what was measured");
    assertThat(program.output()).contains("shutdown hooks are still running after PT1S");
  }

  @Test
  void secondSignal_whileAHookHangs_endsAtOnce() throws Exception {
    Path measured = folder.resolve("measured");
    ServiceProcess service = serving(EndOfProcessAgent.hanging(folder, measured));
    service.askToEnd();
    Await.until("the hook runs", () -> Files.exists(measured));

    service.askToEnd();

    assertThat(service.exitCode()).isEqualTo(143);
    assertThat(service.output()).contains("stopped", "exiting at once");
  }

  @Test
  void refusedStart_runsHooksToo() throws Exception {
    Path measured = folder.resolve("measured");
    ServiceProcess service =
        ServiceProcess.launch(
            jvm(EndOfProcessAgent.writing(folder, measured)), List.of("--port", "none"));

    assertThat(service.exitCode()).isEqualTo(2);

    assertThat(measured).hasContent("what was measured");
  }

  private ServiceProcess serving(String agent) throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    ServiceProcess service =
        ServiceProcess.launch(
            jvm(agent),
            List.of(
                "--store-profile",
                profile.toString(),
                "--data-dir",
                folder.resolve("data").toString()));
    assertThat(service.isListening()).as(service.output()).isTrue();
    return service;
  }

  private static List<String> jvm(String agent) throws IOException {
    List<String> options = new ArrayList<>(ServiceProcess.SMALL);
    options.add(agent);
    return options;
  }
}
