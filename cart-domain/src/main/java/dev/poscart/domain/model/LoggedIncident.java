package dev.poscart.domain.model;

import java.time.Instant;

/** An incident with the time at which it was logged. */
public record LoggedIncident(CarryIncident incident, Instant at) {}
