package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The first print of a Z report of one session.
 *
 * @param businessCounter the number of the session
 * @param key names the request that printed it, if a repeated one is to be recognized
 * @param staffId who asked for it; empty if no one was signed in
 */
public record ZPrint(
    int businessCounter,
    ReportKind kind,
    Optional<String> key,
    OffsetDateTime at,
    Optional<String> staffId) {

  boolean isOf(int otherCounter, ReportKind otherKind) {
    return businessCounter == otherCounter && kind == otherKind;
  }
}
