package dev.poscart.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads URLs of other services and origins of browser clients. */
final class AddressValues {

  /** The greatest port of TCP. */
  static final int MAX_PORT = 65_535;

  private AddressValues() {}

  /** An {@code http} or {@code https} URL without a fragment. */
  static Optional<URI> http(VariableReader variables, Variable variable) {
    return variables.optional(variable).map(text -> http(variable.name(), text));
  }

  /** An {@code http} or {@code https} URL that paths can be appended to. */
  static Optional<URI> base(VariableReader variables, Variable variable) {
    Optional<URI> address = http(variables, variable);
    if (address.filter(given -> given.getQuery() != null).isPresent()) {
      throw variables.wrong(variable, "a URL without a query string");
    }
    return address;
  }

  /** Origins in the form that browsers send (RFC 6454); {@code *} stands for any origin. */
  static List<String> origins(VariableReader variables, Variable variable) {
    return origins(
        variables,
        variable,
        text -> text.equals("*") || isOrigin(text),
        " or trailing slash; or *");
  }

  /** Like {@link #origins}, but each by its name. */
  static List<String> namedOrigins(VariableReader variables, Variable variable) {
    return origins(variables, variable, AddressValues::isOrigin, " or trailing slash");
  }

  private static List<String> origins(
      VariableReader variables, Variable variable, Predicate<String> isAllowed, String last) {
    List<String> origins = variables.list(variable);
    if (!origins.stream().allMatch(isAllowed)) {
      throw variables.wrong(
          variable,
          "origins such as https://pos.example or http://10.0.0.5:8080, in lower case, without a"
              + " path"
              + last);
    }
    return origins;
  }

  /**
   * An {@code http} or {@code https} URL without a fragment.
   *
   * @param name of the setting or option
   * @throws ConfigurationException if the text is not such a URL
   */
  static URI http(String name, String text) {
    try {
      URI address = new URI(text);
      if (isHttp(address) && address.getFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Reported below, together with addresses of other kinds.
    }
    throw ConfigurationException.wrongValue(name, text, "a URL such as http://localhost:3500");
  }

  private static boolean isHttp(URI address) {
    String scheme = String.valueOf(address.getScheme());
    return (scheme.equals("http") || scheme.equals("https"))
        && address.getHost() != null
        && address.getPort() != 0
        && address.getPort() <= MAX_PORT;
  }

  private static boolean isOrigin(String text) {
    try {
      URI origin = new URI(text);
      return isHttp(origin)
          && text.equals(origin.getScheme() + "://" + origin.getRawAuthority())
          && origin.getUserInfo() == null
          && text.chars().noneMatch(Character::isUpperCase);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
