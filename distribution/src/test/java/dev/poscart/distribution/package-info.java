/** Tests of what is delivered: the archives, the launchers and the files to install them with. */
package dev.poscart.distribution;
