package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Transaction;
import java.util.List;

/** What a run left behind: what terminals saw, what is stored, and what neighbours heard. */
record Evidence(List<Attempt> history, Database database, List<Transaction> published) {}
