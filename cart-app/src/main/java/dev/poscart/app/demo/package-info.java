/** A day at the demo store, rung up through the public API as terminals do it. */
package dev.poscart.app.demo;
