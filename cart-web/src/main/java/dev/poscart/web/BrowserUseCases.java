package dev.poscart.web;

import java.util.Optional;

/**
 * What people in front of a browser are shown.
 *
 * @param masterData the lists that a till shows; empty: another service has them
 */
public record BrowserUseCases(
    StartPage start, Optional<MasterDataSource> masterData, OpsUseCases ops) {}
