package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The data of a parked cart, which was put aside so that another sale could be processed.
 *
 * @param terminal where the cart was parked
 * @param staff who parked it
 * @param note helps to find the customer again, such as a name or the number of a tray
 */
public record Parking(
    TerminalKey terminal, Staff staff, OffsetDateTime at, Optional<String> note) {}
