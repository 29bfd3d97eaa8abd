package dev.poscart.adapters.http;

import java.net.http.HttpRequest;

/** How the service shows a neighbour in whose name it asks. */
sealed interface Credential {

  /** The path to ask for; some credentials show up in it. */
  RoutePath on(RoutePath path);

  /** Puts the secret part where neighbours look for it. */
  void sign(HttpRequest.Builder request);

  /** A terminal's own key. */
  record TerminalApiKey(String terminalId, String apiKey) implements Credential {

    @Override
    public RoutePath on(RoutePath path) {
      return path.with("terminal_id", terminalId);
    }

    @Override
    public void sign(HttpRequest.Builder request) {
      request.header("X-API-KEY", apiKey);
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "TerminalApiKey[" + terminalId + "]";
    }
  }

  /** A key that is only being tried, on the route of the terminal that it is said to be of. */
  record ClaimedApiKey(String apiKey) implements Credential {

    @Override
    public RoutePath on(RoutePath path) {
      return path;
    }

    @Override
    public void sign(HttpRequest.Builder request) {
      request.header("X-API-KEY", apiKey);
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "ClaimedApiKey[]";
    }
  }

  /** A token of the service itself. */
  record ServiceToken(String token) implements Credential {

    @Override
    public RoutePath on(RoutePath path) {
      return path;
    }

    @Override
    public void sign(HttpRequest.Builder request) {
      request.header("Authorization", "Bearer " + token);
    }

    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "ServiceToken[]";
    }
  }
}
