/**
 * Events on their way from the outbox to the peer services: publishing with lease and backoff,
 * redelivery until every peer has acknowledged, parking what cannot be delivered. The broker and
 * the schedule do not belong here. Start reading with {@link
 * dev.poscart.domain.usecase.delivery.EventDelivery}.
 */
package dev.poscart.domain.usecase.delivery;
