/**
 * The REST API: routes, the shapes of requests and responses, authentication, and the table that
 * maps refusals to HTTP. It knows the use cases and the model. Business rules, stores and peer
 * services do not belong here.
 */
package dev.poscart.web;
