package dev.poscart.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page and all that it loads. The page names its assets by a path with a hash of all of them, so
 * that a browser may keep them for ever and still sees every change at once.
 */
public final class BrowserPage {

  // What the pages use of their libraries; a module that is not listed here is not served.
  private static final Library LIT = new Library("lit-html", "");
  private static final Library UPLOT = new Library("uplot", "dist/");

  /** What both pages use of ours. */
  private static final String SHARED = "shared";

  private static final String PAGE = "index.html";
  private static final int HASH_DIGITS = 16;

  private final String path;
  private final SortedMap<String, byte[]> assets;
  private final String hash;
  private final String page;

  private BrowserPage(String path, SortedMap<String, byte[]> files) {
    this.path = path;
    this.assets = new TreeMap<>(files);
    byte[] template = assets.remove(PAGE);
    this.hash = hashOf(assets);
    this.page = filled(new String(template, StandardCharsets.UTF_8));
  }

  /** The register, at {@code /register}. Reads all files; takes some milliseconds. */
  public static BrowserPage register() {
    SortedMap<String, byte[]> files = ours("page");
    files.putAll(
        LIT.files(
            List.of(
                "lit-html.js",
                "directive.js",
                "directive-helpers.js",
                "directives/live.js",
                "directives/repeat.js")));
    return new BrowserPage("/register", files);
  }

  /** The page for the person on duty, at {@code /ops}. */
  public static BrowserPage ops() {
    SortedMap<String, byte[]> files = ours("ops");
    files.putAll(LIT.files(List.of("lit-html.js")));
    files.putAll(UPLOT.files(List.of("uPlot.esm.js", "uPlot.min.css")));
    return new BrowserPage("/ops", files);
  }

  private static SortedMap<String, byte[]> ours(String folder) {
    SortedMap<String, byte[]> files = PackagedFiles.below(folder);
    files.putAll(PackagedFiles.below(SHARED));
    return files;
  }

  /**
   * The page. It is to be asked for anew each time, since it names the assets of this version.
   *
   * @param origins of services that it may call beside its own
   */
  public PageFile page(List<String> origins) {
    String told = page.replace("{{origins}}", String.join(" ", origins));
    return new PageFile(PAGE, told.getBytes(StandardCharsets.UTF_8));
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
    return of.equals(hash)
        ? Optional.ofNullable(assets.get(name)).map(content -> new PageFile(name, content))
        : Optional.empty();
  }

  /** The modules are listed, so that the browser fetches them at once instead of one by one. */
  private String filled(String template) {
    String modules =
        assets.keySet().stream()
            .filter(name -> name.endsWith(".js"))
            .map(name -> "<link rel=\"modulepreload\" href=\"{{assets}}/" + name + "\">")
            .collect(Collectors.joining("\n"));
    return template.replace("{{modules}}", modules).replace("{{assets}}", path + "/assets/" + hash);
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
