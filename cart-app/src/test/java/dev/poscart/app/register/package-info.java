/**
 * The register in a real browser, headless Chromium, against the service as a process of its own.
 * Where the machine has no Chromium or no chromedriver the tests are skipped and say so.
 */
package dev.poscart.app.register;
