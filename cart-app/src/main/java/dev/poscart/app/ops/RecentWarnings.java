package dev.poscart.app.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest warnings and errors of the log, without stack traces. */
public final class RecentWarnings implements AutoCloseable {

  private static final int KEPT = 50;
  private static final int MAX_TEXT = 500;

  private final Deque<Warning> warnings = new ArrayDeque<>();
  private final AppenderBase<ILoggingEvent> appender = new Listener();

  private RecentWarnings() {}

  /** Listens to the log of the process until it is closed. */
  public static RecentWarnings listen() {
    RecentWarnings warnings = new RecentWarnings();
    root()
        .ifPresent(
            root -> {
              warnings.appender.setContext(root.getLoggerContext());
              warnings.appender.start();
              root.addAppender(warnings.appender);
            });
    return warnings;
  }

  /** Empty in a process that logs with another library. */
  private static Optional<ch.qos.logback.classic.Logger> root() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        ? Optional.of(context.getLogger(Logger.ROOT_LOGGER_NAME))
        : Optional.empty();
  }

  /** Latest first. */
  List<Warning> latest() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }

  @Override
  public void close() {
    root().ifPresent(root -> root.detachAppender(appender));
    appender.stop();
  }

  private final class Listener extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        synchronized (warnings) {
          warnings.addFirst(warning(event));
          if (warnings.size() > KEPT) {
            warnings.removeLast();
          }
        }
      }
    }
  }

  private static Warning warning(ILoggingEvent event) {
    String name = event.getLoggerName();
    String text = event.getFormattedMessage();
    return new Warning(
        event.getInstant().toString(),
        event.getLevel().toString().toLowerCase(Locale.ROOT),
        Optional.ofNullable(event.getMDCPropertyMap().get("requestId")).orElse(""),
        name.substring(name.lastIndexOf('.') + 1),
        text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...");
  }
}
