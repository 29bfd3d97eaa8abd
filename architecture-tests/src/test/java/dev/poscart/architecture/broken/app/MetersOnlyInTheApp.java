package dev.poscart.architecture.broken.app;

import io.micrometer.core.instrument.Counter;

interface MetersOnlyInTheApp {
  Counter goodCounter();
}
