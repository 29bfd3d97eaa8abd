package dev.poscart.architecture.broken.adapters.grpc;

import java.util.logging.Logger;

interface LoggingOnlyThroughSlf4j {
  Logger badLogger();
}
