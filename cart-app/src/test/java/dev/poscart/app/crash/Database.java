package dev.poscart.app.crash;

import java.util.List;

/** The database of the service under attack, and its faults. */
interface Database extends AutoCloseable {

  /** Replaces it by a new, empty one. */
  void renew();

  /** The service's options for this database. */
  List<String> options();

  /** Its faults. */
  List<Fault> faults();

  /** Opens it directly; the service has ended. */
  StoreView open();

  /** With more transactions than this, a new one is needed. */
  int maxTransactions();

  @Override
  void close();
}
