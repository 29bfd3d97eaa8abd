package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {

  private static final String SECRET = "cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";
  private static final String OTHER = "cG9zY2FydC12ZWN0b3Ita2V5LTAwMDItMzJieXRlcz8=";
  private static final Instant BEFORE = Instant.parse("2026-12-30T23:59:59Z");
  private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void keys_areReadOneALine_withTheirLimits() throws Exception {
    KeyRing keys =
        KeyFile.open(
                file(
                    "# the new one",
                    "new:" + OTHER + ";tenants=A1234, B5678;until=2026-12-31T00:00:00Z",
                    "",
                    " old:" + SECRET),
                false)
            .get();

    assertThat(keys.kids()).containsExactly("new", "old");
    assertThat(signing(keys, "A1234", BEFORE)).contains("new");
    assertThat(signing(keys, "A1234", END)).contains("old");
    assertThat(signing(keys, "C0000", BEFORE)).contains("old");
    assertThat(keys.verifying("new", "B5678", BEFORE)).isPresent();
    assertThat(keys.verifying("new", "B5678", END)).isEmpty();
    assertThat(keys.verifying("new", "C0000", BEFORE)).isEmpty();
  }

  @Test
  void changedFile_isUsedAfterReload_andAWrongOneIsNot() throws Exception {
    Path file = file("old:" + SECRET);
    KeyFile keys = KeyFile.open(file, false);

    Files.writeString(file, "new:" + OTHER + "\nold:" + SECRET);
    keys.reload();
    assertThat(keys.get().kids()).containsExactly("new", "old");

    Files.writeString(file, "new:" + OTHER + "\nold:short");
    keys.reload();
    assertThat(keys.get().kids()).containsExactly("new", "old");

    Files.delete(file);
    keys.reload();
    assertThat(keys.get().kids()).containsExactly("new", "old");

    Files.writeString(file, "new:" + OTHER);
    keys.reload();
    assertThat(keys.get().kids()).containsExactly("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k:"
            + SECRET
            + ";tenant=A | key 'k': unknown limit (expected: tenants=<id>,<id> or until=<time>)",
        "k:"
            + SECRET
            + ";tenants=A,,B | key 'k': tenants: an empty id (expected: ids separated by commas)",
        "k:"
            + SECRET
            + ";until=soon | key 'k': until: not a time (expected: such as 2026-12-31T00:00:00Z)",
        "# nothing | no key (expected: at least one)"
      })
  void wrongLine_isRefused(String line, String message) throws Exception {
    Path file = file(line);
    assertThatThrownBy(() -> KeyFile.open(file, false)).hasMessage(message);
  }

  @Test
  void missingFile_isRefused() {
    Path missing = folder.resolve("none");
    assertThatThrownBy(() -> KeyFile.open(missing, false))
        .hasMessage(missing + ": cannot be read (NoSuchFileException)");
  }

  private static Optional<String> signing(KeyRing keys, String tenantId, Instant now) {
    return keys.signing(tenantId, now).map(SnapshotKey::kid);
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("keys"), String.join("\n", lines));
  }
}
