package dev.poscart.app;

import java.util.Optional;

/** The version of the program, as its jar says. */
final class Version {

  static final String NUMBER =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");

  private Version() {}
}
