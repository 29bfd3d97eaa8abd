package dev.poscart.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Reads addresses of other services, and of pages that call this one. */
final class AddressValues {

  /** The greatest port of TCP. */
  static final int MAX_PORT = 65_535;

  private AddressValues() {}

  /** An address of HTTP, with or without TLS. */
  static Optional<URI> http(VariableReader variables, Variable variable) {
    return variables.optional(variable).map(text -> http(variables, variable, text));
  }

  /** An address of HTTP to which paths are appended. */
  static Optional<URI> base(VariableReader variables, Variable variable) {
    Optional<URI> address = http(variables, variable);
    if (address.filter(given -> given.getQuery() != null).isPresent()) {
      throw variables.wrong(variable, "an address without a question mark");
    }
    return address;
  }

  /** Origins as browsers send them; {@code *} is any. */
  static List<String> origins(VariableReader variables, Variable variable) {
    List<String> origins = variables.list(variable);
    for (String origin : origins) {
      if (!origin.equals("*") && !isOrigin(origin)) {
        throw variables.wrong(
            variable,
            "origins such as https://pos.example or http://10.0.0.5:8080, in small letters, without"
                + " a path or a slash at the end; or *");
      }
    }
    return origins;
  }

  private static URI http(VariableReader variables, Variable variable, String text) {
    try {
      URI address = new URI(text);
      if (isHttp(address) && address.getFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below, like an address of another kind.
    }
    throw variables.wrong(variable, "an address such as http://localhost:3500");
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
