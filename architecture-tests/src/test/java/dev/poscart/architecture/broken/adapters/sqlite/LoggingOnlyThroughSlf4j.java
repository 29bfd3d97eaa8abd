package dev.poscart.architecture.broken.adapters.sqlite;

import org.slf4j.Logger;

interface LoggingOnlyThroughSlf4j {
  Logger goodLogger();
}
