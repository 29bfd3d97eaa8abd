package dev.poscart.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files that are packaged with this module, and those of its libraries. */
final class PackagedFiles {

  private static final String OURS = "dev/poscart/register/";
  private static final String LIT_VERSION =
      "/META-INF/maven/org.webjars.npm/lit-html/pom.properties";
  private static final String LIT = "/META-INF/resources/webjars/lit-html/";

  private PackagedFiles() {}

  /** All files below a folder next to this class, by their path from there. */
  static SortedMap<String, byte[]> below(String folder) {
    try {
      URI home = PackagedFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path root = Path.of(home);
      if (Files.isDirectory(root)) {
        return read(root.resolve(OURS + folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(root)) {
        return read(jar.getPath(OURS + folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Files of lit-html, in the version on the class path. */
  static SortedMap<String, byte[]> litHtml(List<String> names) {
    Properties properties = new Properties();
    try (InputStream in = open(LIT_VERSION)) {
      properties.load(in);
      SortedMap<String, byte[]> files = new TreeMap<>();
      for (String name : names) {
        try (InputStream file = open(LIT + properties.getProperty("version") + "/" + name)) {
          files.put(name, file.readAllBytes());
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(PackagedFiles.class.getResourceAsStream(path), path);
  }
}
