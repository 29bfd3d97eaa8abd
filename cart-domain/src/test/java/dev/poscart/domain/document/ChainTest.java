package dev.poscart.domain.document;

import static dev.poscart.domain.fixtures.TransactionTestData.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Slow
class ChainTest {

  private static final String HASH = "1".repeat(64);

  /** A change in the computation of hashes would make all earlier entries look altered. */
  @Test
  void hashes_areUnchangedSinceTheFirstVersion() {
    assertThat(Chain.start(CartTestData.TERMINAL, 1))
        .isEqualTo("0fadc6d9fdd8ef5203318214638d61ad0687ae365080e97df7c4e306f042a4a6");
    Transaction withoutPosition =
        sale().make().withLink(new ChainLink(Optional.empty(), HASH, "none"));
    Map<String, Object> first = new LinkedHashMap<>(TransactionDocument.write(withoutPosition));
    // Entries have named their cart only since terminals count receipts.
    assertThat(first.remove("cart_id")).isNotNull();
    assertThat(Chain.hash(first))
        .isEqualTo("ba4bcec73124b67aa6d618548957a6fb62e99154ee42b520da9fd99e0452a3ef");
  }

  @Test
  void anEntry_followsTheLastOne_withTheHashesOfBoth() {
    Transaction tied = Chain.tie(sale().no(30).make(), endOf(12, HASH));

    assertThat(tied.position()).isEqualTo(new LogPosition(CartTestData.TERMINAL, 13));
    assertThat(tied.numbers().transactionNo()).isEqualTo(30);
    assertThat(tied.link()).map(ChainLink::previousHash).contains(HASH);
    assertThat(Chain.hash(TransactionDocument.write(tied))).isEqualTo(hashOf(tied));
  }

  @Test
  void thePosition_isPartOfTheContent() {
    assertThat(hashOf(Chain.tie(sale().make(), endOf(12, HASH))))
        .isNotEqualTo(hashOf(Chain.tie(sale().make(), endOf(13, HASH))));
  }

  @Test
  void aChain_mayStartAfterUnchainedEntries() {
    Transaction first =
        Chain.tie(
            sale().no(25).make(),
            Optional.of(new LogEnd(24, new IssuedNumbers(24, 100_010), Optional.empty())));

    assertThat(first.position().position()).isEqualTo(25);
    assertThat(first.link())
        .map(ChainLink::previousHash)
        .contains(Chain.start(CartTestData.TERMINAL, 25));
  }

  @Test
  void theFirstEntryOfATerminal_startsItsOwnChain() {
    Transaction first = Chain.tie(sale().make(), Optional.empty());

    assertThat(first.link())
        .map(ChainLink::previousHash)
        .contains(Chain.start(CartTestData.TERMINAL, 1));
    assertThat(
            Set.of(
                Chain.start(new TerminalKey("A1234", "5678", 9), 1),
                Chain.start(new TerminalKey("A1234", "5678", 9), 2),
                Chain.start(new TerminalKey("A1234", "5678", 10), 1),
                Chain.start(new TerminalKey("A1234", "567", 9), 1),
                Chain.start(new TerminalKey("A1235", "5678", 9), 1)))
        .hasSize(5);
  }

  @Test
  void thePreviousHash_isPartOfTheContent() {
    assertThat(hashOf(Chain.tie(sale().make(), endOf(1, "a"))))
        .isNotEqualTo(hashOf(Chain.tie(sale().make(), endOf(1, "b"))));
  }

  @Test
  void numbersOfOtherTypes_andFieldsInAnotherOrder_hashTheSame() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("b", new BigDecimal("100"));
    document.put("a", 7);
    Map<String, Object> same = new LinkedHashMap<>();
    same.put("a", 7L);
    same.put("b", new BigDecimal("1.00E+2"));
    Map<String, Object> huge = new LinkedHashMap<>();
    huge.put("a", BigInteger.valueOf(7));
    huge.put("b", 100);

    assertThat(Chain.hash(same)).isEqualTo(Chain.hash(document));
    assertThat(Chain.hash(huge)).isEqualTo(Chain.hash(document));
  }

  @Test
  void textMovedToTheNextField_hashesDifferently() {
    List<Map<String, Object>> documents = new ArrayList<>();
    documents.add(Map.of("a", "xy", "b", "z"));
    documents.add(Map.of("a", "x", "b", "yz"));
    documents.add(Map.of("a", List.of("x", "y"), "b", "z"));
    documents.add(Map.of("a", List.of("x", "yz"), "b", ""));
    documents.add(Map.of("a", Map.of("x", "y"), "b", "z"));
    documents.add(Map.of("a", List.of(Map.of("x", "y")), "b", "z"));
    documents.add(Map.of("a", 1, "b", ""));
    documents.add(Map.of("a", "1", "b", ""));
    documents.add(Map.of("a", true, "b", ""));
    documents.add(Map.of("a", new BigDecimal("0.1"), "b", ""));
    documents.add(Map.of("a", List.of(), "b", ""));
    documents.add(Map.of("a", Map.of(), "b", ""));
    documents.add(Map.of("a", "", "b", ""));
    documents.add(Map.of("a", ""));

    assertThat(documents.stream().map(Chain::hash)).doesNotHaveDuplicates();
  }

  /** Long numbers with an exponent must not be written out. */
  @Test
  void aNumberWithAHugeExponent_isHashedAsQuickly() {
    assertThat(Chain.hash(Map.of("a", new BigDecimal("1E+2000000000"))))
        .isNotEqualTo(Chain.hash(Map.of("a", new BigDecimal("1E-2000000000"))));
  }

  @Test
  void anyChangeOfAnyField_changesTheHash() {
    for (int seed = 0; seed < 100; seed++) {
      Transaction tied = Chain.tie(new RandomSales(seed).transaction(), endOf(seed, HASH));
      List<String> hashes = new ArrayList<>(List.of(hashOf(tied)));
      eachChanged(
          TransactionDocument.write(tied), new Random(seed), d -> hashes.add(Chain.hash(d)));

      // The hash in the document is not part of the content; everything else is.
      assertThat(Collections.frequency(hashes, hashOf(tied))).as("seed %s", seed).isEqualTo(2);
      assertThat(new HashSet<>(hashes)).as("seed %s", seed).hasSize(hashes.size() - 1);
      assertThat(hashes.size()).isGreaterThan(50);
    }
  }

  /** Changes one field after the other, at any depth, and restores each afterwards. */
  private static void eachChanged(
      Map<String, Object> document, Random random, Consumer<Map<String, Object>> look) {
    eachChanged(document, random, () -> look.accept(document));
  }

  @SuppressWarnings("unchecked")
  private static void eachChanged(Object value, Random random, Runnable look) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : List.copyOf(map.keySet())) {
        change((Map<Object, Object>) map, key, random, look);
      }
    } else if (value instanceof List<?> list) {
      list.forEach(element -> eachChanged(element, random, look));
    }
  }

  @SuppressWarnings("NullAway") // a declared field without value holds null
  private static void change(Map<Object, Object> map, Object key, Random random, Runnable look) {
    Object before = map.get(key);
    if (before instanceof Map<?, ?> || before instanceof List<?>) {
      eachChanged(before, random, look);
    } else {
      map.put(key, changed(before, random));
      look.run();
      map.put(key, before);
    }
  }

  private static Object changed(@Nullable Object value, Random random) {
    if (value instanceof String text && !text.isEmpty()) {
      int at = random.nextInt(text.length());
      char flipped = (char) (text.charAt(at) ^ 1 << random.nextInt(7));
      return text.substring(0, at) + flipped + text.substring(at + 1);
    }
    if (value instanceof Boolean flag) {
      return !flag;
    }
    if (value instanceof Integer number) {
      return number ^ 1 << random.nextInt(31);
    }
    if (value instanceof BigDecimal number) {
      return number.add(BigDecimal.ONE.movePointLeft(random.nextInt(3)));
    }
    return value == null ? "" : "x";
  }

  private static Optional<LogEnd> endOf(int position, String hash) {
    return Optional.of(
        new LogEnd(position, new IssuedNumbers(position, 111_111), Optional.of(hash)));
  }

  private static String hashOf(Transaction tied) {
    return tied.link().orElseThrow().hash();
  }
}
