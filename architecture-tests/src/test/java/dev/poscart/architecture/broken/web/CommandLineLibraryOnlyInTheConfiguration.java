package dev.poscart.architecture.broken.web;

import picocli.CommandLine;

/** Reads words of the command line where requests are answered. */
public final class CommandLineLibraryOnlyInTheConfiguration {

  public static final CommandLine WORDS = new CommandLine(new Object());

  private CommandLineLibraryOnlyInTheConfiguration() {}
}
