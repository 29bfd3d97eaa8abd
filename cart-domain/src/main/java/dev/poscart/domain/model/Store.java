package dev.poscart.domain.model;

/** A store, with the name shown on carts. */
public record Store(StoreKey key, String name) {}
