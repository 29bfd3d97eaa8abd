package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The mark on a cart that was put aside so that another sale can be rung up first.
 *
 * @param terminal where it was parked
 * @param staff who parked it
 * @param note what helps to find the customer again, such as a name or a tray's number
 */
public record Parking(
    TerminalKey terminal, Staff staff, OffsetDateTime at, Optional<String> note) {}
