package dev.poscart.register;

import java.util.Map;
import java.util.Optional;

/** Drawings for the items of store profiles. */
public final class Pictures {

  private final Map<String, byte[]> files;

  private Pictures(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Reads all of them; takes some milliseconds. */
  public static Pictures load() {
    return new Pictures(PackagedFiles.below("pictures"));
  }

  /** A drawing, such as {@code bread.svg}. */
  public Optional<PageFile> get(String name) {
    return Optional.ofNullable(files.get(name)).map(content -> new PageFile(name, content));
  }
}
