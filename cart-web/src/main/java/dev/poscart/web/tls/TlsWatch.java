package dev.poscart.web.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files at once, and again when they change, for connections from then on. While they are
 * missing, half written or do not fit each other, what was read last stays in force; each look
 * tries again, and one line tells of it.
 */
final class TlsWatch extends AbstractLifeCycle {

  private static final Logger log = LoggerFactory.getLogger(TlsWatch.class);

  private final TlsFiles files;
  private final SslContextFactory.Server context;
  private final Scheduler scheduler;
  private String inForce;
  private String complaint = "";

  TlsWatch(TlsFiles files, SslContextFactory.Server context, Scheduler scheduler) {
    this.files = files;
    this.context = context;
    this.scheduler = scheduler;
    this.inForce = stamp(files);
    context.setKeyStore(Identity.read(files));
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  private void lookLater() {
    scheduler.schedule(this::look, files.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (!isRunning()) {
      return;
    }
    try {
      readIfChanged();
    } catch (Exception e) {
      complain(e);
    }
    lookLater();
  }

  private void readIfChanged() throws Exception {
    String now = stamp(files);
    if (now.equals(inForce)) {
      complaint = "";
      return;
    }
    KeyStore read = Identity.read(files);
    rehearse(read);
    context.reload(each -> each.setKeyStore(read));
    inForce = now;
    complaint = "";
    log.info("TLS certificate and key were read again after a change");
  }

  /** A reload that fails would leave the port without any certificate. */
  private static void rehearse(KeyStore read) throws Exception {
    SslContextFactory.Server trial = TlsPort.context();
    trial.setKeyStore(read);
    trial.start();
    trial.stop();
  }

  private void complain(Exception e) {
    String text = String.valueOf(e.getMessage());
    if (!text.equals(complaint)) {
      complaint = text;
      log.warn("TLS files cannot be used, those read before stay in force: {}", text);
    }
  }

  private static String stamp(TlsFiles files) {
    try {
      return stamp(files.certificateFile()) + " " + stamp(files.keyFile());
    } catch (IOException e) {
      // Reading them tells which one it is.
      return "missing";
    }
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    return seen.lastModifiedTime() + "/" + seen.size() + "/" + seen.fileKey();
  }
}
