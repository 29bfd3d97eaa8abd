package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds an object of a cart document as a tree. What is unset is null. */
final class TreeMembers {

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** Puts a text, integer, flag, list or object. */
  TreeMembers put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Puts an optional text, integer or flag. */
  TreeMembers put(String name, Optional<?> value) {
    members.put(name, value.orElse(null));
    return this;
  }

  /** Puts null under each name. */
  TreeMembers putNull(String... names) {
    for (String name : names) {
      members.put(name, null);
    }
    return this;
  }

  TreeMembers put(String name, Money value) {
    return put(name, value.amount());
  }

  /** Puts a number that is written with a fraction. */
  TreeMembers put(String name, BigDecimal value) {
    return put(name, (Object) value.doubleValue());
  }

  TreeMembers put(String name, OffsetDateTime time) {
    return put(name, (Object) KugelposTime.text(time));
  }

  <T> TreeMembers putList(String name, List<T> values, Function<T, ?> form) {
    List<Object> list = new ArrayList<>(values.size());
    values.forEach(value -> list.add(form.apply(value)));
    return put(name, list);
  }

  /** Puts the members that a stored document has, which are unset in an envelope. */
  TreeMembers putUnstored() {
    return putNull("shard_key", "created_at", "updated_at", "etag");
  }

  Map<String, @Nullable Object> make() {
    return members;
  }
}
