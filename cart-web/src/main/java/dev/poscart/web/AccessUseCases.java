package dev.poscart.web;

import dev.poscart.domain.usecase.access.CachedMasterData;
import dev.poscart.domain.usecase.access.CachedTerminals;
import dev.poscart.domain.usecase.access.TenantService;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import java.util.Optional;

/**
 * The use cases of authentication, tenants and terminals.
 *
 * @param desk empty: a terminal service opens and closes the terminals
 */
public record AccessUseCases(
    TerminalAuthentication terminals,
    TokenAuthentication tokens,
    CachedTerminals terminalCache,
    CachedMasterData masterDataCache,
    TenantService tenants,
    Optional<DeskUseCases> desk) {}
