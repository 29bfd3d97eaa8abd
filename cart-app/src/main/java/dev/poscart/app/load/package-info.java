/**
 * Users at tills who put a running service under load over HTTP, and what they see of it. The
 * {@code load-test} command and the project's own measurements share it.
 */
package dev.poscart.app.load;
