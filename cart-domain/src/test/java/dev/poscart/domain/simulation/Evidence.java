package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Transaction;
import java.time.LocalTime;
import java.util.List;

/**
 * What a run left behind: what terminals saw, what is stored, and what peer services heard.
 *
 * @param dayStartsAt when the business day of tills that follow the calendar begins, in Tokyo
 */
record Evidence(
    List<Attempt> history, Database database, List<Transaction> published, LocalTime dayStartsAt) {}
