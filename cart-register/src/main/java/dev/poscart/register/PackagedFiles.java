package dev.poscart.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files that are packaged with this module. */
final class PackagedFiles {

  private static final String OURS = "dev/poscart/register/";

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
}
