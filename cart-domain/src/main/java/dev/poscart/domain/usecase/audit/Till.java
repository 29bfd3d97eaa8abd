package dev.poscart.domain.usecase.audit;

/** A till of the tenant, by the names that stand in its log, which need not be sound. */
public record Till(String storeCode, long terminalNo) {

  @Override
  public String toString() {
    return storeCode + "/" + terminalNo;
  }
}
