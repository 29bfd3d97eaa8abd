/**
 * The plan of the house as rules that a build can fail on. A rule is a sentence, is checked on all
 * production classes, and is proven on a small class below {@code broken} that breaks it.
 *
 * <p>Production code may not enter.
 */
package dev.poscart.architecture;
