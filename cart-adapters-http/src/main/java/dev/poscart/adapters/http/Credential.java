package dev.poscart.adapters.http;

import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * How the service shows a peer service in whose name it asks.
 *
 * @param terminalId named in the address beside a terminal's own key, unless the route names it
 * @param header that peer services look for
 * @param secret the header's value; stays out of logs
 */
record Credential(Optional<String> terminalId, String header, String secret) {

  private static final String API_KEY = "X-API-KEY";

  /** A terminal's own key. */
  static Credential terminalKey(String terminalId, String apiKey) {
    return new Credential(Optional.of(terminalId), API_KEY, apiKey);
  }

  /** A key that is only being tried, on the route of the terminal that it is said to be of. */
  static Credential claimedKey(String apiKey) {
    return new Credential(Optional.empty(), API_KEY, apiKey);
  }

  /** A token of the service itself. */
  static Credential serviceToken(String token) {
    return new Credential(Optional.empty(), "Authorization", "Bearer " + token);
  }

  /** The path to ask for. */
  RoutePath on(RoutePath path) {
    return terminalId.map(id -> path.with("terminal_id", id)).orElse(path);
  }

  void sign(HttpRequest.Builder request) {
    request.header(header, secret);
  }

  @Override
  public String toString() {
    return "Credential[" + terminalId.orElse(header) + "]";
  }
}
