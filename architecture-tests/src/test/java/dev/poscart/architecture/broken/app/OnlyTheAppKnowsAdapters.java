package dev.poscart.architecture.broken.app;

interface OnlyTheAppKnowsAdapters {
  dev.poscart.architecture.broken.adapters.mongo.Value goodAdaptersMongo();
}
