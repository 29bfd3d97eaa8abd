package dev.poscart.domain.model;

import java.time.Instant;

/** The contents of a verified access token. */
public sealed interface AccessToken {

  /** The tenant that the bearer belongs to. */
  String tenantId();

  /**
   * The token of a terminal.
   *
   * @param terminal its state when the token was issued; the business date is empty if the token
   *     contains none
   */
  record OfTerminal(Terminal terminal, Instant issuedAt) implements AccessToken {
    @Override
    public String tenantId() {
      return terminal.key().tenantId();
    }
  }

  /**
   * The token of a user who administers the tenant.
   *
   * @param isSuperuser whether the user may do what affects all of the tenant's stores
   */
  record OfUser(String subject, String tenantId, boolean isSuperuser) implements AccessToken {
    public OfUser {
      Expect.notBlank("subject", subject);
      Expect.notBlank("tenantId", tenantId);
    }
  }

  /**
   * The token of a peer service.
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
