/**
 * Idempotency: a request that carries an idempotency key takes effect once and gets the same
 * response however often it is repeated. What a request does, and what its response looks like,
 * does not belong here. Start reading with {@link
 * dev.poscart.domain.usecase.idempotency.IdempotentRequests}.
 */
package dev.poscart.domain.usecase.idempotency;
