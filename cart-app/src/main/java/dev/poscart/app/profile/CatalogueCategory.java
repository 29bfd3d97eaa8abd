package dev.poscart.app.profile;

/** A category of a tenant's items. */
public record CatalogueCategory(String code, String name) {}
