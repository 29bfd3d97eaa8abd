package dev.poscart.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes a file when the process ends, like profilers and coverage agents. */
public final class EndOfProcessAgent {

  private static final String HANG = "hang:";

  private EndOfProcessAgent() {}

  /** The option of the virtual machine that loads it, writing to a file. */
  static String writing(Path folder, Path file) throws IOException {
    return "-javaagent:" + jar(folder) + "=" + file;
  }

  /** The same, with a hook that never returns. */
  static String hanging(Path folder, Path file) throws IOException {
    return "-javaagent:" + jar(folder) + "=" + HANG + file;
  }

  /** Called by the virtual machine before the program's main method. */
  public static void premain(String options) {
    boolean hangs = options.startsWith(HANG);
    Path file = Path.of(hangs ? options.substring(HANG.length()) : options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> atTheEnd(file, hangs), "agent"));
  }

  private static void atTheEnd(Path file, boolean hangs) {
    try {
      Files.writeString(file, "what was measured");
      if (hangs) {
        new CountDownLatch(1).await();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The manifest; the agent class is found on the program's class path. */
  private static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), EndOfProcessAgent.class.getName());
    Path jar = folder.resolve("agent.jar");
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(bytes, manifest)) {
      entries.finish();
    }
    return jar;
  }
}
