package dev.poscart.architecture.broken.app.tracing;

import io.opentelemetry.api.trace.Span;

interface OtelTracing {
  Span goodSpan();
}
