package dev.poscart.architecture.broken.app;

import ch.qos.logback.classic.LoggerContext;

interface LoggingOnlyThroughSlf4j {
  LoggerContext goodLoggerContext();
}
