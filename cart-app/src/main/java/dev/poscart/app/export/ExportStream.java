package dev.poscart.app.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;

/** Standard output: what reads it may stop before the end. */
record ExportStream(PrintStream out) implements ExportTarget {

  @Override
  public ExportState begin() {
    return ExportState.BEGINNING;
  }

  @Override
  public void write(String text) {
    out.print(text);
  }

  @Override
  public void checkpoint(ExportState reached) throws IOException {
    if (out.checkError()) {
      throw new EOFException("standard output was closed");
    }
  }

  @Override
  public void finish() throws IOException {
    checkpoint(ExportState.BEGINNING);
  }

  @Override
  public void close() {
    out.flush();
  }
}
