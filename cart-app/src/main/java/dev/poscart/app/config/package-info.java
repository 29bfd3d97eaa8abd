/**
 * The configuration. Environment variables and command-line options are read and validated once and
 * passed on as records. A wrong value stops the start with a message that names it.
 */
package dev.poscart.app.config;
