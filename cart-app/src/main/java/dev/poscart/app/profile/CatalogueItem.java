package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * An item of a tenant, as described by the store profile.
 *
 * @param image where a browser finds a picture of it
 */
public record CatalogueItem(
    String itemCode,
    String description,
    Optional<String> descriptionShort,
    Money unitPrice,
    String categoryCode,
    String taxCode,
    boolean discountRestricted,
    boolean active,
    Optional<String> image) {}
