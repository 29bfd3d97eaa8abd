package dev.poscart.web;

import dev.poscart.domain.port.MasterDataLists;
import java.util.List;
import java.util.Optional;

/**
 * What people in front of a browser are shown.
 *
 * @param masterData the lists that a till shows; empty: another service has them
 * @param registerOrigins of all services that a till in the browser may go on at
 */
public record BrowserUseCases(
    StartPage start,
    Optional<MasterDataLists> masterData,
    List<String> registerOrigins,
    OpsUseCases ops) {

  public BrowserUseCases {
    registerOrigins = List.copyOf(registerOrigins);
  }
}
