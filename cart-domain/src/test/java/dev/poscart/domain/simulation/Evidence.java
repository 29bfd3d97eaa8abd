package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Transaction;
import java.time.LocalTime;
import java.util.List;

/**
 * The results of a run: what terminals saw, what is stored, and what peer services received.
 *
 * @param dayStartsAt when the business day of tills that follow the calendar begins, in Tokyo
 */
record Evidence(
    List<Attempt> history, Database database, List<Transaction> published, LocalTime dayStartsAt) {}
