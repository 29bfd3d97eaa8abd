package dev.poscart.web;

import dev.poscart.domain.usecase.TenantService;
import dev.poscart.domain.usecase.TerminalAuthentication;
import dev.poscart.domain.usecase.TerminalCache;
import dev.poscart.domain.usecase.TokenAuthentication;

/** Who may come in, and what they may do about it. */
public record AccessParts(
    TerminalAuthentication terminals,
    TokenAuthentication tokens,
    TerminalCache terminalCache,
    TenantService tenants) {}
