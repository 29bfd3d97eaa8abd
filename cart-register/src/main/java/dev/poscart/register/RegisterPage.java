package dev.poscart.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page and all that it loads. The page names its assets by a path with a hash of all of them,
 * so that a browser may keep them for ever and still sees every change at once.
 */
public final class RegisterPage {

  /** What the page uses of lit-html; a module that is not listed here is not served. */
  private static final List<String> LIT =
      List.of(
          "lit-html.js",
          "directive.js",
          "directive-helpers.js",
          "directives/live.js",
          "directives/repeat.js");

  private static final String PAGE = "index.html";
  private static final int HASH_DIGITS = 16;

  private final SortedMap<String, byte[]> assets;
  private final Map<String, byte[]> pictures;
  private final String hash;
  private final PageFile page;

  private RegisterPage(SortedMap<String, byte[]> files, Map<String, byte[]> pictures) {
    this.assets = new TreeMap<>(files);
    this.pictures = pictures;
    byte[] template = assets.remove(PAGE);
    this.hash = hashOf(assets);
    this.page = new PageFile(PAGE, filled(new String(template, StandardCharsets.UTF_8)));
  }

  /** Reads all files; takes some milliseconds. */
  public static RegisterPage load() {
    SortedMap<String, byte[]> files = PackagedFiles.below("page");
    files.putAll(PackagedFiles.litHtml(LIT));
    return new RegisterPage(files, PackagedFiles.below("pictures"));
  }

  /** The page. It is to be asked for anew each time, since it names the assets of this version. */
  public PageFile page() {
    return page;
  }

  /** The hash in the path of the assets. */
  public String hash() {
    return hash;
  }

  /**
   * An asset of the page, which never changes.
   *
   * @param of the hash in its path; with that of another version there is no asset
   */
  public Optional<PageFile> asset(String of, String name) {
    return of.equals(hash) ? found(assets, name) : Optional.empty();
  }

  /** A picture for items of a store profile, such as {@code bread.svg}. */
  public Optional<PageFile> picture(String name) {
    return found(pictures, name);
  }

  private static Optional<PageFile> found(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name)).map(content -> new PageFile(name, content));
  }

  /** The modules are listed, so that the browser fetches them at once instead of one by one. */
  private byte[] filled(String template) {
    String modules =
        assets.keySet().stream()
            .filter(name -> name.endsWith(".js"))
            .map(name -> "<link rel=\"modulepreload\" href=\"{{assets}}/" + name + "\">")
            .collect(Collectors.joining("\n"));
    return template
        .replace("{{modules}}", modules)
        .replace("{{assets}}", "/register/assets/" + hash)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String hashOf(SortedMap<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) -> {
            digest.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
