package dev.poscart.architecture.broken.web;

import ch.qos.logback.classic.LoggerContext;

interface LoggingOnlyThroughSlf4j {
  LoggerContext badLoggerContext();
}
