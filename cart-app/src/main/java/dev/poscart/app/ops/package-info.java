/**
 * What the page for the person on duty is told: the state of the service and its last hour. It is
 * read from the meters and health checks every two seconds and answered from memory, so that it can
 * be read while the database, the item master or the peer services are down.
 */
package dev.poscart.app.ops;
