package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/** What a transaction records; amounts are positive, the type gives the sign. */
public enum TransactionType {
  SALE(101),
  RETURN(102),
  VOID_SALE(201),
  VOID_RETURN(202);

  private final int code;

  TransactionType(int code) {
    this.code = code;
  }

  /** The number used on the wire and in storage. */
  public int code() {
    return code;
  }

  public static Optional<TransactionType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
