/**
 * Tokens signed with a shared secret, as the terminal and account services issue them. What a
 * bearer may do is for the domain to say.
 */
package dev.poscart.app.token;
