/**
 * Who is calling: terminals by API key or token, users and services by token, and what an
 * administrator may see and clear of the cache of terminals. Also takes new tenants in. Headers,
 * cookies and token formats do not belong here. Start reading with {@link
 * dev.poscart.domain.usecase.access.TokenAuthentication}.
 */
package dev.poscart.domain.usecase.access;
