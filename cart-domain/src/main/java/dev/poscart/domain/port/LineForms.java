package dev.poscart.domain.port;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.LineItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The lines of carts in a written form. Keeps the forms of the last version of a cart, so that only
 * the lines that a change has touched are written again. May be used by several threads.
 *
 * @param <T> the form of a line
 */
public final class LineForms<T> {

  private record Written<T>(List<LineItem> lines, List<T> forms) {}

  private final Function<LineItem, T> form;
  private final int maxLines;
  private final Map<CartId, Written<T>> carts = new LinkedHashMap<>();
  private int keptLines;

  /**
   * @param form writes a line; depends on nothing else
   * @param maxLines number of lines to keep; carts unused for longest are dropped first
   */
  public LineForms(Function<LineItem, T> form, int maxLines) {
    this.form = form;
    this.maxLines = maxLines;
  }

  /** The forms of all lines of a cart, in their order. */
  public List<T> of(Cart cart) {
    Written<T> written = new Written<>(cart.lines(), forms(cart.lines(), last(cart.id())));
    keep(cart.id(), written);
    return written.forms();
  }

  // A change passes on the lines that it does not touch, so most are the same objects. Those of a
  // cart that has been elsewhere are other ones; to compare them takes less than to write them.
  private List<T> forms(List<LineItem> lines, Written<T> last) {
    List<T> forms = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      LineItem line = lines.get(i);
      boolean same = i < last.lines().size() && last.lines().get(i).equals(line);
      forms.add(same ? last.forms().get(i) : form.apply(line));
    }
    return forms;
  }

  private synchronized Written<T> last(CartId id) {
    return carts.getOrDefault(id, new Written<>(List.of(), List.of()));
  }

  private synchronized void keep(CartId id, Written<T> written) {
    // Taken out first, so that the carts stay in the order of their last use.
    Written<T> before = carts.remove(id);
    carts.put(id, written);
    keptLines += written.lines().size() - (before == null ? 0 : before.lines().size());
    Iterator<Written<T>> longestUnused = carts.values().iterator();
    while (keptLines > maxLines && longestUnused.hasNext()) {
      keptLines -= longestUnused.next().lines().size();
      longestUnused.remove();
    }
  }
}
