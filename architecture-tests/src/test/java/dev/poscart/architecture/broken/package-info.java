/**
 * A small house that is meant to be wrong. Classes named like a rule are there to break it: what is
 * called {@code bad} in them has to be met, what is called {@code good} comes close and must not
 * be. The others are there to be known, or to be one of the exceptions.
 */
package dev.poscart.architecture.broken;
