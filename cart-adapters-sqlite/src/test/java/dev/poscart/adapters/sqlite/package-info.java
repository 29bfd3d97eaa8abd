/** Tests of the stores, all of them on real files. */
package dev.poscart.adapters.sqlite;
