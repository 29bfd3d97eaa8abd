package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code import-items} command. */
class ItemImportTest {

  private static final String BAD_ITEMS =
      """
      itemCode,unitPrice,taxCode,isActive
      N1,100,01,true
      N2,free,01,true
      ,100,01,true
      N4,100,77,true
      N1,200,01,true
      N6,-1,01,true
      N7,100,01,yes
      """;

  @TempDir Path folder;

  @Test
  void csv_replacesItemsOfTheSameCode_addsOthers_andKeepsTheRest() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    JsonNode before = tenant(profile);
    String csv =
        """
        \uFEFFitemCode,description,unitPrice,taxCode,isActive,categoryCode
        A,"りんご, 大",120.50,01,,C1
        N,"改
        行",99,12,false,
        """;

    CommandOutcome outcome = importing("items.csv", csv, profile);

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).isEqualTo(profile + ": added 1, replaced 1, bad 0\n");
    assertThat(outcome.err()).isEmpty();
    JsonNode after = tenant(profile);
    assertThat(after.path("stores")).isEqualTo(before.path("stores"));
    assertThat(after.path("items")).hasSize(11);
    assertThat(after.path("items").get(0).toString())
        .isEqualTo(
            "{\"itemCode\":\"A\",\"description\":\"りんご, 大\",\"unitPrice\":120.50,"
                + "\"taxCode\":\"01\",\"categoryCode\":\"C1\"}");
    assertThat(after.path("items").get(1)).isEqualTo(before.path("items").get(1));
    assertThat(after.path("items").get(10).toString())
        .isEqualTo(
            "{\"itemCode\":\"N\",\"description\":\"改\\n行\",\"unitPrice\":99,"
                + "\"taxCode\":\"12\",\"isActive\":false}");
    assertThat(check(profile).code()).hasValue(0);
  }

  @Test
  void withoutAProfile_itIsMadeAfterTheDemoStore_withKeysOfItsOwn() throws IOException {
    Path profile = folder.resolve("new.json");
    String json = "[{\"itemCode\": \"A\", \"unitPrice\": 1, \"taxCode\": \"01\"}]";

    CommandOutcome outcome = importing("items.json", json, profile);

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).contains("added 1, replaced 0, bad 0", "made after the demo store");
    assertThat(tenant(profile).path("items")).hasSize(1);
    assertThat(Files.readString(profile)).doesNotContain("demo-key");
    assertThat(check(profile).code()).hasValue(0);
  }

  @Test
  void everyBadItem_isReported_andNothingIsImported() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));

    CommandOutcome outcome = importing("items.csv", BAD_ITEMS, profile);

    assertThat(outcome.code()).hasValue(1);
    Path items = folder.resolve("items.csv");
    String price = " (expected: a number with at most 2 decimal places from 0 to 999999999)";
    assertThat(outcome.err().lines())
        .containsExactly(
            items + ", line 3: unitPrice: '\"free\"'" + price,
            items
                + ", line 4: itemCode: missing among the keys isActive, taxCode, unitPrice"
                + " (expected: a text)",
            items + ", line 5: taxCode: '77' (expected: a tax code of the store profile)",
            items + ", line 6: itemCode: 'N1' (expected: once, but line 2 has it)",
            items + ", line 7: unitPrice: '-1'" + price,
            items + ", line 8: isActive: '\"yes\"' (expected: true or false)");
    assertThat(outcome.out()).isEqualTo(items + ": nothing imported, bad items 6\n");
    assertThat(profile).hasContent(TestShop.profile(1));
  }

  @Test
  void keepGood_importsTheOthers() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    String json =
        """
        [{"itemCode": "N1", "unitPrice": 1, "taxCode": "01"},
         17,
         {"itemCode": "N2", "unitPrice": 1, "taxCode": "01", "colour": "red"}]
        """;

    CommandOutcome outcome = importing("items.json", json, profile, "--keep-good");

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).isEqualTo(profile + ": added 1, replaced 0, bad 2\n");
    assertThat(outcome.err())
        .contains("line 2: item: '17' (expected: an object)", "line 3: colour: unknown key");
    assertThat(tenant(profile).path("items")).hasSize(11);
  }

  @Test
  void filesThatCannotBeRead_areRefused_andChangeNothing() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    assertRefused(importing("a.json", "[{]", profile), "(expected: JSON): line 1: ");
    assertRefused(importing("b.json", "{}", profile), "it is not a list of objects");
    assertRefused(importing("c.csv", "itemCode\nA,B\n", profile), "line 2 has 2 columns");
    assertRefused(importing("d.csv", "itemCode\n\"A\n", profile), "d.csv");
    assertRefused(
        importing("e.csv", "itemCode\n", profile, "--tenant", "B1"),
        "--tenant: 'B1' (expected: a tenant of the store profile: A1234)");
    assertRefused(
        CommandOutcome.of("import-items", "--items", "x.xls", "--store-profile", "y"),
        "--items: 'x.xls' (expected: a file that ends in .csv or .json)");
    assertRefused(CommandOutcome.of("import-items", "--items", "x.csv"), "STORE_PROFILE: not set");
    assertThat(profile).hasContent(TestShop.profile(1));
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"tenants\": 1}");
    assertRefused(importing("f.csv", "itemCode\n", broken), "$.tenants: '1' (expected: a list)");
  }

  private static void assertRefused(CommandOutcome outcome, String message) {
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).contains(message).hasLineCount(1);
  }

  private CommandOutcome importing(String name, String items, Path profile, String... more)
      throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "import-items",
                "--items",
                Files.writeString(folder.resolve(name), items).toString(),
                "--store-profile",
                profile.toString()));
    words.addAll(List.of(more));
    return CommandOutcome.of(words.toArray(String[]::new));
  }

  private static CommandOutcome check(Path profile) {
    return CommandOutcome.of("config", "--check", "--store-profile", profile.toString());
  }

  private static JsonNode tenant(Path profile) throws IOException {
    return TestTill.json(Files.readString(profile)).path("tenants").get(0);
  }
}
