package dev.poscart.app.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists the effective settings in the form of an {@link EnvFile}, without secrets. */
public final class SettingsListing {

  private static final String MASK = "***";
  private static final int ORIGIN_COLUMN = 48;
  private static final Pattern PASSWORD_OF_URL = Pattern.compile("(?<=://)[^@/]+(?=@)");
  private static final Pattern SECRET_OF_QUERY =
      Pattern.compile("(?i)([?&][^=&]*(?:password|secret|token|properties)[^=&]*=)[^&]*");
  private static final Pattern PLAIN = Pattern.compile("[^\\s'\"#]*");

  private final ConfigRequest request;
  private final Map<Variable, String> derived;

  private SettingsListing(ConfigRequest request) {
    this.request = request;
    this.derived = new EnumMap<>(Variable.class);
    SettingsDiagnosis.of(request.values()).usable().ifPresent(this::derive);
  }

  /** The settings, group by group, then what was given without effect. */
  public static List<String> lines(ConfigRequest request) {
    SettingsListing listing = new SettingsListing(request);
    return Stream.concat(
            Stream.of(SettingGroup.values()).flatMap(listing::lines),
            request.ineffective().stream().map(reason -> "# without effect: " + reason))
        .toList();
  }

  /** Defaults that depend on other settings. */
  private void derive(ServiceConfig config) {
    derived.put(Variable.HOST, config.host());
    derived.put(Variable.MAX_BODY_BYTES, String.valueOf(config.maxBodyBytes()));
    derived.put(Variable.TENDER_RULES, OptionWords.of(config.payments().tenderRules()));
  }

  private Stream<String> lines(SettingGroup group) {
    return Stream.concat(
        Stream.of("# " + group.heading()), group.settings().stream().map(this::line));
  }

  private String line(Variable setting) {
    String given = request.values().getOrDefault(setting, "").strip();
    if (!given.isEmpty()) {
      return line(setting, masked(setting, given), request.origins().getOrDefault(setting, ""));
    }
    String text = derived.getOrDefault(setting, setting.value().defaultValue());
    return text.isEmpty() ? "# " + setting + " is not set" : line(setting, text, "default");
  }

  private static String line(Variable setting, String value, String origin) {
    String assignment = setting + "=" + quoted(value);
    int gap = Math.max(1, ORIGIN_COLUMN - assignment.length());
    return assignment + " ".repeat(gap) + "# " + origin;
  }

  private static String masked(Variable setting, String value) {
    if (setting.value().secret()) {
      return MASK;
    }
    String withoutPassword = PASSWORD_OF_URL.matcher(value).replaceAll(MASK);
    return SECRET_OF_QUERY.matcher(withoutPassword).replaceAll("$1" + MASK);
  }

  /** A settings file cannot hold a value with both kinds of quotes, but people can read it. */
  private static String quoted(String value) {
    if (PLAIN.matcher(value).matches()) {
      return value;
    }
    String quote = value.contains("'") ? "\"" : "'";
    return quote + value + quote;
  }
}
