package dev.poscart.app.crash;

import java.util.List;

/** Where the service under attack keeps its data, and what can be done to that. */
interface Database extends AutoCloseable {

  /** A new, empty one in place of the one before. */
  void renew();

  /** The service's options for it. */
  List<String> options();

  /** What can be done to it. */
  List<Fault> faults();

  /** Opens it past the service, which has ended. */
  StoreView open();

  /** With more transactions than this it is time for a new one. */
  int maxTransactions();

  @Override
  void close();
}
