/**
 * The shop's own desk, where no terminal service is configured: staff sign in, terminals are opened
 * and closed, cash is put in and taken out. The desk takes a terminal over with the first thing it
 * does for it; until then the terminal is as its store profile or its token says. Start reading
 * with {@link dev.poscart.domain.usecase.desk.DeskStates}.
 */
package dev.poscart.domain.usecase.desk;
