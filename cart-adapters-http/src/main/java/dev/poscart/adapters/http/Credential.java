package dev.poscart.adapters.http;

import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * The credentials with which the service authenticates to a peer service.
 *
 * @param terminalId query parameter that accompanies a terminal's API key, unless the path names
 *     the terminal
 * @param header name of the header that carries the secret
 * @param secret value of that header; kept out of logs
 */
record Credential(Optional<String> terminalId, String header, String secret) {

  private static final String API_KEY = "X-API-KEY";

  /** The API key of an authenticated terminal. */
  static Credential terminalKey(String terminalId, String apiKey) {
    return new Credential(Optional.of(terminalId), API_KEY, apiKey);
  }

  /** An API key to be verified, sent to the route of the terminal that presented it. */
  static Credential claimedKey(String apiKey) {
    return new Credential(Optional.empty(), API_KEY, apiKey);
  }

  /** A token of this service. */
  static Credential serviceToken(String token) {
    return new Credential(Optional.empty(), "Authorization", "Bearer " + token);
  }

  /** The path to request with these credentials. */
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
