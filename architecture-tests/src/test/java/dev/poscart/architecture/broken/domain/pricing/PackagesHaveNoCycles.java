package dev.poscart.architecture.broken.domain.pricing;

public interface PackagesHaveNoCycles {
  dev.poscart.architecture.broken.domain.model.PackagesHaveNoCycles other();
}
