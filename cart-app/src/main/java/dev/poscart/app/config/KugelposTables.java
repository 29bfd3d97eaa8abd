package dev.poscart.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.document.KugelposRounding;
import dev.poscart.domain.document.StoredEnumNames;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.pricing.StampDuty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads kugelpos's tables of taxes and stamp duties. They are money: what is not understood
 * completely stops the start.
 */
final class KugelposTables {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final Map<String, TaxType> TAX_TYPES = StoredEnumNames.words(TaxType.class);

  private KugelposTables() {}

  private record Tax(
      String taxCode,
      String taxType,
      String taxName,
      BigDecimal rate,
      int roundDigit,
      @Nullable String roundMethod) {

    /** Kugelpos rounds to whole yen for a digit of 0 or less. */
    TaxRule rule() {
      return new TaxRule(
          taxCode,
          named("tax_type", taxType, TAX_TYPES),
          Objects.requireNonNull(taxName, "tax_name"),
          rate,
          Math.max(0, roundDigit),
          roundMethod == null
              ? RoundingMode.FLOOR
              : named("round_method", roundMethod, KugelposRounding.MODES));
    }

    private static <T> T named(String field, String word, Map<String, T> choices) {
      T choice = choices.get(word);
      if (choice == null) {
        throw new IllegalArgumentException(
            field + ": " + word + " (expected: " + VariableReader.words(choices.keySet()) + ")");
      }
      return choice;
    }
  }

  private record Duty(int stampDutyNo, BigDecimal targetAmount, BigDecimal stampDutyAmount) {}

  /** The tax table of tenants without one of their own. */
  static TaxTable taxes(VariableReader variables) {
    return variables
        .optional(Variable.TAX_MASTER)
        .map(
            json ->
                table(
                    Variable.TAX_MASTER,
                    json,
                    new TypeReference<List<Tax>>() {},
                    rows -> new TaxTable(rows.stream().map(Tax::rule).toList())))
        .orElse(TaxTable.DEFAULT);
  }

  /** Refuses stamp duties other than those of the law, which the service computes. */
  static void checkStampDuties(VariableReader variables) {
    variables
        .optional(Variable.STAMP_DUTY_MASTER)
        .map(
            json ->
                table(
                    Variable.STAMP_DUTY_MASTER,
                    json,
                    new TypeReference<List<Duty>>() {},
                    KugelposTables::duties))
        .filter(duties -> !duties.equals(StampDuty.thresholds()))
        .ifPresent(
            duties -> {
              throw variables.wrong(
                  Variable.STAMP_DUTY_MASTER,
                  "the duties of the Stamp Tax Act, " + StampDuty.thresholds());
            });
  }

  private static Map<Money, Money> duties(List<Duty> rows) {
    Map<Money, Money> duties = new TreeMap<>();
    rows.forEach(
        row -> duties.put(new Money(row.targetAmount()), new Money(row.stampDutyAmount())));
    return duties;
  }

  private static <R, T> T table(
      Variable variable, String json, TypeReference<List<R>> rows, Function<List<R>, T> table) {
    try {
      return table.apply(MAPPER.readValue(json, rows));
    } catch (JsonProcessingException e) {
      throw wrong(variable, json, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw wrong(variable, json, String.valueOf(e.getMessage()), e);
    }
  }

  private static ConfigurationException wrong(
      Variable variable, String json, String problem, Exception cause) {
    return new ConfigurationException(
        "%s: '%s' (expected: the table as kugelpos has it, in JSON): %s"
            .formatted(variable, json, problem),
        cause);
  }
}
