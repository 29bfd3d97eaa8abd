package dev.poscart.architecture.broken.web;

interface OnlyTheAppKnowsAdapters {
  dev.poscart.architecture.broken.adapters.mongo.Value badAdaptersMongo();
}
