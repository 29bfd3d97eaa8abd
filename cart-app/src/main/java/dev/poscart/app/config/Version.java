package dev.poscart.app.config;

import java.util.Optional;

/** The version of the program, read from its jar; {@code dev} outside of one. */
public final class Version {

  public static final String NUMBER =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");

  private Version() {}
}
