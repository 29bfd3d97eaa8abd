/**
 * The register: a till that runs in a browser. Its page is a client of the REST API like any other
 * terminal, so this package knows nothing but the page's files. What is under {@code page} and
 * {@code pictures} is served; nothing else of the class path is.
 */
package dev.poscart.register;
