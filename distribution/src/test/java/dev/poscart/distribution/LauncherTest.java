package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in the root folder, and what it shares with that of the archive. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  /** Claims to be a Java, makes class data on request, and otherwise prints its options. */
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      case "$*" in
        *-XshowSettings*)
          echo '    java.specification.version = %s'
          echo '    java.runtime.version = %s' ;;
        *%s=*)
          for word; do
            case "$word" in
              -XX:*=*) echo data > "${word#*=}" ;;
            esac
          done ;;
        *) echo "$*" ;;
      esac
      """;

  @TempDir Path folder;

  @Test
  void olderJava_isRefusedWithOneSentence() throws Exception {
    assertThat(launchedWithJava("1.8"))
        .contains("Java 1 found (expected: JDK 17 or newer; set JAVA_HOME)");
    assertThat(launchedWithJava("11")).contains("Java 11 found (expected: JDK 17 or newer");
  }

  @Test
  void firstStart_preparesClassData_thatEachStartUses_untilALibraryIsNewer() throws Exception {
    Path root = checkout();
    Path target = root.resolve("cart-app/target");
    Path home =
        fakeJava("archiving", FAKE_JAVA.formatted("17", "17.0.1+1", "ArchiveClassesAtExit"));
    String use = "-XX:SharedArchiveFile=" + target.resolve("poscart-17.0.1_1.jsa");

    assertThat(launched(root, home)).contains("preparing class data").contains(use);
    assertThat(launched(root, home)).doesNotContain("preparing").contains(use);
    Files.setLastModifiedTime(
        target.resolve("lib/some.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launched(root, home)).contains("preparing class data").contains(use);
  }

  @Test
  void newerJava_preparesACacheAheadOfTime() throws Exception {
    Path root = checkout();
    String use = "-XX:AOTCache=" + root.resolve("cart-app/target/poscart-25.0.2_10_LTS.aot");

    assertThat(
            launched(
                root,
                fakeJava("caching", FAKE_JAVA.formatted("25", "25.0.2+10-LTS", "AOTCacheOutput"))))
        .contains("preparing", use);
  }

  @Test
  void javaThatCannotPrepareClassData_isAskedOnce() throws Exception {
    Path root = checkout();
    Path home = fakeJava("without", FAKE_JAVA.formatted("17", "17.0.1+1", "NothingOfTheKind"));

    assertThat(launched(root, home)).contains("preparing").doesNotContain("SharedArchiveFile");
    assertThat(launched(root, home)).doesNotContain("preparing", "SharedArchiveFile");
  }

  @Test
  void healthCheck_takesNoOptionsOfTheService() throws Exception {
    Path home = fakeJava("plain", FAKE_JAVA.formatted("17", "17.0.1+1", "NothingOfTheKind"));
    Path root = checkout();

    assertThat(said(launch(root, home, "--port", "0"))).contains("-Downed=port");
    assertThat(said(launch(root, home, "health"))).contains("-Xmx64m").doesNotContain("-Downed");
  }

  /** A checkout with something that looks built. */
  private Path checkout() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.copy(Path.of("..", "poscart"), root.resolve("poscart"));
    Path bin = Files.createDirectories(root.resolve("distribution/src/main/bin"));
    Files.copy(Path.of("src/main/bin/launch.sh"), bin.resolve("launch.sh"));
    Path target = root.resolve("cart-app/target");
    Files.writeString(
        Files.createDirectories(target.resolve("lib")).resolve("some.jar"), "a library");
    Files.writeString(target.resolve("poscart.jar"), "a jar");
    return root;
  }

  /** The launcher's output if the only Java claims to be this version. */
  private String launchedWithJava(String version) throws IOException, InterruptedException {
    Path home =
        fakeJava(
            version,
            """
            #!/bin/sh
            echo '    java.specification.version = %s' >&2
            """
                .formatted(version));
    Process process = launch(Path.of(".."), home, "--port", "0");
    String said = said(process);
    assertThat(process.exitValue()).isNotZero();
    return said;
  }

  private String launched(Path root, Path javaHome) throws IOException, InterruptedException {
    return said(launch(root, javaHome, "--port", "0"));
  }

  private Path fakeJava(String name, String script) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, script);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static Process launch(Path root, Path javaHome, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", root.resolve("poscart").toString()));
    command.addAll(List.of(words));
    ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", javaHome.toString());
    launcher.environment().put("JAVA_OPTS", "-Downed=port");
    return launcher.start();
  }

  private static String said(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
