package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.app.config.Arguments.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion in the shells themselves. */
class CompletionTest {

  @TempDir Path folder;

  @Test
  void bash_completesCommandsOptionsAndShells() throws IOException {
    assertThat(bash("ver")).isEqualTo("verify-log");
    assertThat(bash("export --res")).isEqualTo("--resume");
    assertThat(bash("--store-p")).isEqualTo("--store-profile");
    assertThat(bash("completion z")).isEqualTo("zsh");
  }

  @Test
  void zsh_acceptsTheScript() throws IOException {
    assumeTrue(Stream.of("/bin/zsh", "/usr/bin/zsh").anyMatch(at -> Files.exists(Path.of(at))));
    Path script = Files.writeString(folder.resolve("poscart"), script("zsh"));
    assertThat(
            output("zsh", "-fc", "autoload -Uz compinit; compinit -D; . " + script + "; echo fine"))
        .isEqualTo("fine");
  }

  @Test
  void otherShell_isRefused() {
    assertThatThrownBy(() -> script("fish"))
        .hasMessage("completion: 'fish' (expected: bash or zsh)");
    assertThatThrownBy(() -> Arguments.parse(List.of("completion"), Map.of()))
        .hasMessage("completion: '' (expected: bash or zsh)");
  }

  private String bash(String words) throws IOException {
    Path script = Files.writeString(folder.resolve("poscart"), script("bash"));
    String typed = "poscart " + words;
    int last = typed.split(" ").length - 1;
    return output(
        "bash",
        "-c",
        "compopt() { :; }; . %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_poscart; echo \"${COMPREPLY[*]}\""
            .formatted(script, typed, last));
  }

  private static String script(String shell) {
    return ((Request.Print) Arguments.parse(List.of("completion", shell), Map.of())).text();
  }

  private static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
