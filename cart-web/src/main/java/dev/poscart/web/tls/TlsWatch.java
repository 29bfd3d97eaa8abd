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
 * Reads the TLS files at startup and again when they change; new connections then use them. While
 * the files are missing, incomplete or do not belong together, the previous ones stay in use; each
 * check tries again, and the log says so once.
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
    log.info("TLS certificate and key have changed and were reloaded");
  }

  /** A failed reload would leave the port without a certificate, so it is tried elsewhere first. */
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
      log.warn("cannot use the changed TLS files, keeping the previous ones: {}", text);
    }
  }

  private static String stamp(TlsFiles files) {
    try {
      return stamp(files.certificateFile()) + " " + stamp(files.keyFile());
    } catch (IOException e) {
      // Reading the files will tell which one is missing.
      return "missing";
    }
  }

  private static String stamp(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    return seen.lastModifiedTime() + "/" + seen.size() + "/" + seen.fileKey();
  }
}
