/** Tests of the stores over the wire, against real servers on sockets. */
package dev.poscart.adapters.mongo;
