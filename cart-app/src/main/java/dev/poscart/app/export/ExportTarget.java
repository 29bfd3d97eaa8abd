package dev.poscart.app.export;

import java.io.Closeable;
import java.io.IOException;

/** Where an export goes. */
interface ExportTarget extends Closeable {

  /** What an earlier run has already written. */
  ExportState begin() throws IOException;

  void write(String text) throws IOException;

  /** Everything before is written; a resumed export may go on from here. */
  void checkpoint(ExportState reached) throws IOException;

  /** The export is complete. */
  void finish() throws IOException;
}
