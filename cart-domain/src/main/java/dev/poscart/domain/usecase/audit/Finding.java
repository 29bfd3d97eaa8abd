package dev.poscart.domain.usecase.audit;

/**
 * A defect of the transaction log.
 *
 * @param place where: a till and a position in its log, or the tenant
 * @param problem what was found and what was expected
 */
public record Finding(String place, String problem) {

  static Finding at(Till till, long position, String problem) {
    return new Finding(till + " no. " + position, problem);
  }
}
