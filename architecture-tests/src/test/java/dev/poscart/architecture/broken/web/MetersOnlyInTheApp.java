package dev.poscart.architecture.broken.web;

import io.micrometer.core.instrument.Counter;

interface MetersOnlyInTheApp {
  Counter badCounter();
}
