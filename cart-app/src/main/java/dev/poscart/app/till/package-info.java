/** A till that speaks to a running service over its REST API. */
package dev.poscart.app.till;
