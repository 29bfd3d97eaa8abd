/**
 * The pages that run in a browser: the register, a till, and the page for the person on duty. The
 * register is a client of the REST API like any other terminal, so this package knows nothing but
 * the pages' files. What is under {@code page}, {@code ops}, {@code shared} and {@code pictures} is
 * served; nothing else of the class path is.
 */
package dev.poscart.register;
