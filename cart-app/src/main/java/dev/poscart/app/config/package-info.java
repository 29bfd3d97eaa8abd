/**
 * The configuration: read once from environment variables and command-line options, validated, and
 * handed on as records. A wrong value stops the start with a sentence that names it.
 */
package dev.poscart.app.config;
