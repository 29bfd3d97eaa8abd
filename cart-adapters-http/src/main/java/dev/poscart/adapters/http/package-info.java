/**
 * Peer services over HTTP: the broker that takes events ({@link
 * dev.poscart.adapters.http.HttpEventPublisher}), and the services that know terminals, stores and
 * reference data ({@link dev.poscart.adapters.http.HttpPeerServices}). No stores, no gRPC, no rules
 * of the till may enter.
 */
package dev.poscart.adapters.http;
