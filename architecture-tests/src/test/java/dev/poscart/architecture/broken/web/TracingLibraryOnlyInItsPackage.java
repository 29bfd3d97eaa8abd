package dev.poscart.architecture.broken.web;

import io.opentelemetry.api.trace.Span;

interface TracingLibraryOnlyInItsPackage {
  Span badSpan();
}
