package dev.poscart.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The shell commands of a document, and what it says that they print. */
record PageOfCommands(List<Block> blocks) {

  private static final Pattern BLOCK =
      Pattern.compile("(?s)```sh\n(.*?)```\n(?:```(?:json|text)?\n(.*?)```\n)?");
  private static final String END = "--- end of block ---";

  /** Commands that stand together, and what the document shows right below them. */
  record Block(String commands, Optional<String> shown) {

    private static Block of(MatchResult found) {
      return new Block(found.group(1), Optional.ofNullable(found.group(2)));
    }
  }

  static PageOfCommands read(Path page) throws IOException {
    return new PageOfCommands(
        BLOCK.matcher(Files.readString(page)).results().map(Block::of).toList());
  }

  /**
   * Runs all blocks in one shell, from first to last.
   *
   * @param folder the working folder
   * @param port of the service that stands for the one at port 8003
   * @return what each block printed; fewer than there are blocks if a command failed
   */
  List<String> run(Path folder, int port) throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    for (Block block : blocks) {
      script.append(block.commands).append("echo\necho '").append(END).append("'\n");
    }
    Path file =
        Files.writeString(
            folder.resolve("commands"),
            script.toString().replace("http://localhost:8003/", "http://127.0.0.1:" + port + "/"));
    Process shell =
        new ProcessBuilder("sh", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> printed = new ArrayList<>(List.of(output.split("\n" + END + "\n", -1)));
    String last = printed.remove(printed.size() - 1);
    if (!last.isEmpty()) {
      throw new IOException(
          "block %d failed: %s\n%s"
              .formatted(printed.size() + 1, last, blocks.get(printed.size()).commands));
    }
    return printed;
  }
}
