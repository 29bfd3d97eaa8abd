package dev.poscart.architecture.broken.web;

import com.google.inject.Module;
import jakarta.inject.Singleton;

interface GuiceOnlyInTheApp {
  Module badModule();

  Singleton badSingleton();
}
