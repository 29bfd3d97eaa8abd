package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Host names whose addresses change while the service runs. */
class HostNamesTest {

  /** A process that resolves a name for each line of its input. */
  static final class Main {

    private Main() {}

    public static void main(String[] words) throws IOException {
      HostNames.resolveAnew();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        try {
          System.out.println(InetAddress.getAllByName("item-master.test")[0].getHostAddress());
        } catch (UnknownHostException e) {
          System.out.println("unknown");
        }
      }
    }
  }

  @Test
  void names_areResolvedAgain_evenUnknownOnes(@TempDir Path folder) throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 item-master.test\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName())
            .start();
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter questions = process.outputWriter(StandardCharsets.UTF_8)) {
      assertThat(ask(questions, answers)).isEqualTo("127.0.0.1");
      Files.writeString(hosts, "127.0.0.2 item-master.test\n");
      assertThat(ask(questions, answers)).isEqualTo("127.0.0.2");
      Files.writeString(hosts, "127.0.0.3 other.test\n");
      assertThat(ask(questions, answers)).isEqualTo("unknown");
      Files.writeString(hosts, "127.0.0.4 item-master.test\n");
      assertThat(ask(questions, answers)).isEqualTo("127.0.0.4");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String ask(BufferedWriter questions, BufferedReader answers) throws IOException {
    questions.newLine();
    questions.flush();
    return String.valueOf(answers.readLine());
  }
}
