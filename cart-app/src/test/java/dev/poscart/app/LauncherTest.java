package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in the root folder. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  @TempDir Path folder;

  @Test
  void olderJava_isRefusedWithOneSentence() throws Exception {
    assertThat(launchedWithJava("1.8"))
        .contains("Java 1 found (expected: JDK 17 or newer; set JAVA_HOME)");
    assertThat(launchedWithJava("11")).contains("Java 11 found (expected: JDK 17 or newer");
  }

  /** The launcher's output if the only Java claims to be this version. */
  private String launchedWithJava(String version) throws IOException, InterruptedException {
    Path home = folder.resolve(version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        echo '    java.specification.version = %s' >&2
        """
            .formatted(version));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder launcher =
        new ProcessBuilder("sh", Path.of("..", "poscart").toString(), "--help")
            .redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", home.toString());
    Process process = launcher.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    return said;
  }
}
