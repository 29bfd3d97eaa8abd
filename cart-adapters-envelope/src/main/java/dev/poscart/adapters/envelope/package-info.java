/**
 * The signed envelopes of carts that travel with their terminals, in the form of kugelpos:
 * canonical JSON, signed with HMAC-SHA256 by a key that all services of the shop share. Turns carts
 * into envelopes and verified envelopes into carts; what may be done with a cart does not belong
 * here. Start reading with {@link dev.poscart.adapters.envelope.CartEnvelopes}.
 */
package dev.poscart.adapters.envelope;
