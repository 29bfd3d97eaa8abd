package dev.poscart.domain.port;

/**
 * How much a store set keeps of what it may forget; the oldest goes first.
 *
 * @param keysPerTerminal idempotency keys of each terminal
 * @param incidentsPerTenant incidents with carried carts of each tenant
 */
public record StoreLimits(int keysPerTerminal, int incidentsPerTenant) {

  public static final StoreLimits DEFAULT =
      new StoreLimits(IdempotencyStore.MAX_PER_TERMINAL, IncidentLog.MAX_PER_TENANT);
}
