/**
 * The REST API: routes, the shapes of requests and answers, authentication, and the one table from
 * refusals to HTTP. Knows the use cases and the model; rules of the till, stores and peer services
 * may not enter.
 */
package dev.poscart.web;
