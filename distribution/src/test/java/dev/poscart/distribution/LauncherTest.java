package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in the root folder, and what it shares with that of the archive. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  /** Claims to be Java 17, archives on request, and otherwise prints its options. */
  private static final String ARCHIVING_JAVA =
      """
      #!/bin/sh
      case "$*" in
        *-XshowSettings*)
          echo '    java.specification.version = 17'
          echo '    java.runtime.version = 17.0.1+1' ;;
        *ArchiveClassesAtExit*)
          for word; do
            case "$word" in
              -XX:ArchiveClassesAtExit=*) echo data > "${word#*=}" ;;
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
    Path root = Files.createDirectories(folder.resolve("root"));
    Path target = root.resolve("cart-app/target");
    Path library = Files.createDirectories(target.resolve("lib")).resolve("some.jar");
    Files.copy(Path.of("..", "poscart"), root.resolve("poscart"));
    Path bin = Files.createDirectories(root.resolve("distribution/src/main/bin"));
    Files.copy(Path.of("src/main/bin/launch.sh"), bin.resolve("launch.sh"));
    Files.writeString(target.resolve("poscart.jar"), "a jar");
    Files.writeString(library, "a library");
    Path home = fakeJava("archiving", ARCHIVING_JAVA);
    String use = "-XX:SharedArchiveFile=" + target.resolve("poscart-17.0.1_1.jsa");

    assertThat(launched(root, home)).contains("preparing class data").contains(use);
    assertThat(launched(root, home)).doesNotContain("preparing").contains(use);
    Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launched(root, home)).contains("preparing class data").contains(use);
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
    Process process = launch(Path.of(".."), home);
    String said = said(process);
    assertThat(process.exitValue()).isNotZero();
    return said;
  }

  private String launched(Path root, Path javaHome) throws IOException, InterruptedException {
    return said(launch(root, javaHome));
  }

  private Path fakeJava(String name, String script) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, script);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static Process launch(Path root, Path javaHome) throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder("sh", root.resolve("poscart").toString(), "--port", "0")
            .redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", javaHome.toString());
    return launcher.start();
  }

  private static String said(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
