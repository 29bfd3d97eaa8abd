package dev.poscart.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** The log lines of this package while open: level, request id, text, and the exception's text. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.poscart.web");

  static LogLines recording() {
    LogLines recording = new LogLines();
    recording.start();
    recording.logger.addAppender(recording);
    return recording;
  }

  List<String> containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    String cause = event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage();
    String requestId = event.getMDCPropertyMap().getOrDefault("requestId", "-");
    lines.add(event.getLevel() + " " + requestId + " " + event.getFormattedMessage() + " " + cause);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}
