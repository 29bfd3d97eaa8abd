package dev.poscart.web;

import dev.poscart.domain.usecase.access.CachedTerminals;
import dev.poscart.domain.usecase.access.TenantService;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TokenAuthentication;

/** The use cases of authentication and tenants. */
public record AccessUseCases(
    TerminalAuthentication terminals,
    TokenAuthentication tokens,
    CachedTerminals terminalCache,
    TenantService tenants) {}
