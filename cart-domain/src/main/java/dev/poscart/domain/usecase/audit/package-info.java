/**
 * Checks a tenant's transaction log without trusting any of it: numbers, hash chain, figures,
 * reversals. Nothing here writes or repairs. Start reading with {@link
 * dev.poscart.domain.usecase.audit.LogVerification}.
 */
package dev.poscart.domain.usecase.audit;
