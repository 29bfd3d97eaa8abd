/**
 * What terminals ask for. Each use case composes stages of ports around pure functions: load,
 * check, apply, save if nobody else did. No technology may enter, and nothing here blocks or starts
 * a thread.
 */
package dev.poscart.domain.usecase;
