/** What a person in front of a terminal sees while a command works. Scripts see none of it. */
package dev.poscart.app.console;
