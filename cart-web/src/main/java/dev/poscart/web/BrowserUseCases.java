package dev.poscart.web;

import dev.poscart.domain.usecase.cart.MasterDataListing;
import java.util.List;

/**
 * What people in front of a browser are shown.
 *
 * @param masterData the lists that a till shows
 * @param registerOrigins of all services that a till in the browser may go on at
 */
public record BrowserUseCases(
    StartPage start, MasterDataListing masterData, List<String> registerOrigins, OpsUseCases ops) {

  public BrowserUseCases {
    registerOrigins = List.copyOf(registerOrigins);
  }
}
