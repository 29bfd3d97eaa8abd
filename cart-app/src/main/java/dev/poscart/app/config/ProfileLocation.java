package dev.poscart.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store profile is.
 *
 * @param file empty: there is none, or it is that of the demo store
 */
public record ProfileLocation(Optional<Path> file, boolean demo) {

  static ProfileLocation read(VariableReader variables) {
    return new ProfileLocation(
        variables.path(Variable.STORE_PROFILE), ServiceConfig.isDemo(variables));
  }
}
