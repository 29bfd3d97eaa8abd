package dev.poscart.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A library for browsers, in the version on the class path.
 *
 * @param folder of the files within the library, with a slash at its end; empty: its root
 */
record Library(String name, String folder) {

  private static final String VERSION = "/META-INF/maven/org.webjars.npm/%s/pom.properties";
  private static final String FILES = "/META-INF/resources/webjars/%s/%s/%s";

  /** Files by their names, which are paths from the folder. */
  SortedMap<String, byte[]> files(List<String> names) {
    try {
      String version = version();
      SortedMap<String, byte[]> files = new TreeMap<>();
      for (String file : names) {
        try (InputStream in = open(FILES.formatted(name, version, folder + file))) {
          files.put(file, in.readAllBytes());
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(VERSION.formatted(name))) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(Library.class.getResourceAsStream(path), path);
  }
}
