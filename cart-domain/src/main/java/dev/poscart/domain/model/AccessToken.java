package dev.poscart.domain.model;

import java.time.Instant;

/** What a verified token says about its bearer. */
public sealed interface AccessToken {

  /** The tenant that the bearer belongs to. */
  String tenantId();

  /**
   * A terminal's.
   *
   * @param terminal as it stood when the token was issued; its business date is empty if the token
   *     names none
   */
  record OfTerminal(Terminal terminal, Instant issuedAt) implements AccessToken {
    @Override
    public String tenantId() {
      return terminal.key().tenantId();
    }
  }

  /** A person's who administers the tenant. */
  record OfUser(String subject, String tenantId) implements AccessToken {
    public OfUser {
      Expect.notBlank("subject", subject);
      Expect.notBlank("tenantId", tenantId);
    }
  }

  /**
   * A peer service's.
   *
   * @param service its name, such as {@code journal}
   */
  record OfService(String service, String tenantId) implements AccessToken {
    public OfService {
      Expect.notBlank("service", service);
      Expect.notBlank("tenantId", tenantId);
    }
  }
}
