package dev.poscart.domain.usecase.audit;

/** Identifies a till by the values in the log, which need not be valid. */
public record Till(String storeCode, long terminalNo) {

  @Override
  public String toString() {
    return storeCode + "/" + terminalNo;
  }
}
