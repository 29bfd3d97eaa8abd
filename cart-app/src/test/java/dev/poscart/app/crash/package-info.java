/**
 * Attacks on the whole service from outside: it runs as a process of its own, is driven by many
 * terminals over HTTP, and is killed, stopped and cut off meanwhile. Afterwards a checker compares
 * what is stored with what the terminals were told.
 */
package dev.poscart.app.crash;
