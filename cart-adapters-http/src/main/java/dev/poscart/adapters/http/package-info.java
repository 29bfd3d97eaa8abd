/**
 * Peer services over HTTP: the broker of events ({@link
 * dev.poscart.adapters.http.HttpEventPublisher}), and the services that provide terminals, stores
 * and reference data ({@link dev.poscart.adapters.http.HttpPeerServices}). Databases, gRPC and
 * business rules do not belong here.
 */
package dev.poscart.adapters.http;
