package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Refusal;
import dev.poscart.web.ContractDocument.Operation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says what the service does: no more, no less. */
class ContractTest {

  /** A row of the table of error codes: statuses, then the code. */
  private static final Pattern ROW =
      Pattern.compile("\\| ([0-9]{3}(?:, [0-9]{3})*) \\| ([0-9]{6}) \\|");

  private static final Set<String> TABLE = table();

  @Test
  void routes_areAllInTheDocument_andNoOthers() {
    List<String> routes;
    try (Shop shop = Shop.open()) {
      routes = shop.routes().stream().map(route -> route.method() + " " + route.path()).toList();
    }
    assertThat(ContractDocument.operations().stream().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void refusals_areAllInTheTableOfErrorCodes() {
    Stream<String> refusals =
        Stream.of(Refusal.values()).map(each -> RefusalStatus.of(each) + "/" + each.code());
    assertThat(refusals).allSatisfy(each -> assertThat(TABLE).contains(each));
  }

  @Test
  void errorsOtherThanRefusals_areInTheTableToo() throws IllegalAccessException {
    int errors = 0;
    for (Field field : UserError.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof UserError error) {
        errors++;
        assertThat(TABLE).anySatisfy(row -> assertThat(row).endsWith("/" + error.code()));
      }
    }
    assertThat(errors).isGreaterThanOrEqualTo(4);
  }

  @Test
  void errorsOfOperations_areInTheTable_andHaveAnAnswerDescribed() {
    assertThat(TABLE)
        .containsAll(
            ContractDocument.texts(ContractDocument.ROOT.path("x-error-codes-of-any-route")));
    for (Operation operation : ContractDocument.operations()) {
      assertThat(TABLE).as(operation.name()).containsAll(operation.errors());
      for (String error : operation.errors()) {
        assertThat(operation.node().path("responses").has(error.substring(0, 3)))
            .as("%s %s", operation.name(), error)
            .isTrue();
      }
    }
  }

  @Test
  void operations_haveUniqueNames_andOneSentenceSummaries() {
    List<String> names = new ArrayList<>();
    for (Operation operation : ContractDocument.operations()) {
      names.add(operation.id());
      assertThat(operation.node().path("summary").asText()).as(operation.name()).isNotBlank();
      assertThat(operation.node().path("tags")).as(operation.name()).hasSize(1);
    }
    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }

  private static Set<String> table() {
    Set<String> rows = new TreeSet<>();
    JsonNode description = ContractDocument.ROOT.at("/info/description");
    Matcher row = ROW.matcher(description.textValue());
    while (row.find()) {
      for (String status : row.group(1).split(", ", -1)) {
        rows.add(status + "/" + row.group(2));
      }
    }
    return rows;
  }
}
