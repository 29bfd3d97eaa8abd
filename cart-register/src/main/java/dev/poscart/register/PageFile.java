package dev.poscart.register;

import java.util.Map;

/** A file of the page, with the content type it is served with. */
public final class PageFile {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final String contentType;
  private final byte[] content;

  /**
   * @param name ends with one of the extensions that the page uses
   */
  PageFile(String name, byte[] content) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException(name + " (expected: one of " + TYPES.keySet() + ")");
    }
    this.contentType = type;
    this.content = content;
  }

  public String contentType() {
    return contentType;
  }

  /** The content; neither copied nor to be modified. */
  public byte[] content() {
    return content;
  }
}
