package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/** The type of a transaction. Amounts are positive; the type determines their sign. */
public enum TransactionType {
  SALE(101),
  RETURN(102),
  VOID_SALE(201),
  VOID_RETURN(202);

  private final int code;

  TransactionType(int code) {
    this.code = code;
  }

  /** The number on the wire and in storage. */
  public int code() {
    return code;
  }

  public static Optional<TransactionType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
