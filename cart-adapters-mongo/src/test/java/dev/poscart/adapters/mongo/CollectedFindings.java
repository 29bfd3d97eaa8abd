package dev.poscart.adapters.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects findings. */
final class CollectedFindings implements MigrationFindings {

  final List<Map.Entry<String, Map<String, Long>>> tenants = new ArrayList<>();
  final List<TerminalNumbers> terminals = new ArrayList<>();
  final List<OpenCart> carts = new ArrayList<>();
  final List<UndeliveredEvent> events = new ArrayList<>();
  final List<String> indexes = new ArrayList<>();
  final List<UnreadableDocument> unreadable = new ArrayList<>();

  @Override
  public void tenant(String tenantId, String database, Map<String, Long> documents) {
    tenants.add(Map.entry(tenantId + " " + database, documents));
  }

  @Override
  public void terminal(TerminalNumbers numbers) {
    terminals.add(numbers);
  }

  @Override
  public void openCart(OpenCart cart) {
    carts.add(cart);
  }

  @Override
  public void undelivered(UndeliveredEvent event) {
    events.add(event);
  }

  @Override
  public void indexInTheWay(String tenantId, String problem, boolean isRequired) {
    indexes.add(tenantId + " " + isRequired + " " + problem);
  }

  @Override
  public void unreadable(UnreadableDocument document) {
    unreadable.add(document);
  }
}
