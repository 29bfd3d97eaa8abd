/** Checking what is in the transaction log, without trusting any of it. */
package dev.poscart.domain.usecase.audit;
