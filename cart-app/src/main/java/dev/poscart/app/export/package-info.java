/** The export of the transaction log: its forms, and files that survive an interruption. */
package dev.poscart.app.export;
