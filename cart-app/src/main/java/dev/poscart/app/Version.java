package dev.poscart.app;

import java.util.Optional;

/** The version of the program, read from its jar. */
final class Version {

  static final String NUMBER =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");

  private Version() {}
}
