package dev.poscart.web;

import dev.poscart.domain.usecase.access.TenantService;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TerminalCache;
import dev.poscart.domain.usecase.access.TokenAuthentication;

/** Who may come in, and what they may do about it. */
public record AccessUseCases(
    TerminalAuthentication terminals,
    TokenAuthentication tokens,
    TerminalCache terminalCache,
    TenantService tenants) {}
