/**
 * Neighbours over HTTP: the broker that takes events. {@link
 * dev.poscart.adapters.http.HttpEventPublisher} is the way in. No stores, no gRPC, no rules of the
 * till may enter.
 */
package dev.poscart.adapters.http;
