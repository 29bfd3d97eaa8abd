package dev.poscart.architecture.broken.app;

import com.google.inject.Module;

interface GuiceOnlyInTheApp {
  Module goodModule();
}
