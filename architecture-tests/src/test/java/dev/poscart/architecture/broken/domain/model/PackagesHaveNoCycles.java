package dev.poscart.architecture.broken.domain.model;

public interface PackagesHaveNoCycles {
  dev.poscart.architecture.broken.domain.pricing.PackagesHaveNoCycles other();
}
