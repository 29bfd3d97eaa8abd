package dev.poscart.domain.usecase;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;

/** A sale needs somebody who answers for it. */
final class Signing {

  private Signing() {}

  static Staff require(Terminal terminal) {
    return terminal
        .staff()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.STAFF_NOT_SIGNED_IN,
                    "No staff signed in at terminal " + terminal.key().terminalId()));
  }
}
