/**
 * Tokens signed with a shared secret, in the format of kugelpos's terminal and account services.
 * The domain decides what a bearer may do.
 */
package dev.poscart.app.token;
