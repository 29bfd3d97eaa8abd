package dev.poscart.app;

import dev.poscart.adapters.envelope.KeyFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the file with the keys of carried carts again and again. */
final class KeyReloadJob {

  private static final Logger LOG = LoggerFactory.getLogger(KeyReloadJob.class);

  private final Optional<KeyFile> file;
  private final RecurringJob job = new RecurringJob(LOG, "reading the snapshot keys", this::reload);

  /**
   * @param file empty: there is nothing to reload
   */
  KeyReloadJob(Optional<KeyFile> file) {
    this.file = file;
  }

  /** Starts the job and returns at once. */
  void start(Duration interval) {
    if (file.isPresent()) {
      var unused = job.start(interval);
    }
  }

  /** Stops; completes when the pass in progress is finished. */
  CompletionStage<Void> stop() {
    return job.stop();
  }

  private CompletionStage<Void> reload() {
    file.ifPresent(KeyFile::reload);
    return CompletableFuture.completedFuture(null);
  }
}
