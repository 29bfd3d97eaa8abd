package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCodeReaderTest {

  private static final String JAN = "4901180001718";
  private static final char GS = '\u001d';

  /** The characters of codes, and a few that do not belong in one. */
  private static final List<String> PARTS =
      List.of(
          "(01)",
          "(3103)",
          "(392",
          ")",
          "01",
          "3922",
          "10",
          GS + "",
          "]C1",
          "]E0",
          "]",
          "(",
          "491",
          "978",
          "192",
          "02",
          "0",
          "7",
          "4901180001718",
          "04901180001718",
          "\r",
          " ",
          "４",
          "株",
          "\ud83c",
          "A");

  private static final ItemCodeReader LENIENT =
      new ItemCodeReader(ItemCodeMatching.LENIENT, InStoreCodes.NONE);
  private static final ItemCodeReader EXACT =
      new ItemCodeReader(ItemCodeMatching.EXACT, InStoreCodes.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        JAN,
        JAN + "\r",
        JAN + "\r\n",
        "\t " + JAN + " \t\n",
        "\u3000" + JAN + "\u00a0",
        "４９０１１８０００１７１８",
        "]E0" + JAN,
        " ]E0" + JAN + "\r",
        "]C0" + JAN,
        "]d1" + JAN,
        "]Q1" + JAN,
        "］Ｅ０４９０１１８０００１７１８"
      })
  void charactersAddedByScanners_areRemoved(String sent) {
    assertThat(Reading.of(LENIENT, sent)).isEqualTo(JAN);
  }

  @ParameterizedTest
  @CsvSource({
    "ａｂＺ－９, abZ-9",
    "]E449123456, 49123456",
    "A B, A B",
    "]x, ]x",
    "A]E0, A]E0",
    "りんご, りんご"
  })
  void otherCodes_areLeftAsTheyAre(String sent, String code) {
    assertThat(Reading.of(LENIENT, sent)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n", "\u3000", "]E0"})
  void emptyText_isRefused(String sent) {
    assertThat(Reading.of(LENIENT, sent)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {JAN + "\r", "４９", "]E0" + JAN, "(01)04901180001718", " "})
  void withExactMatching_codesAreLeftUnchanged(String sent) {
    assertThat(Reading.of(EXACT, sent)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(01)04901180001718",
        "(01)04901180001718(17)271231(10)A1",
        "(17)271231(10)A(1)(01)04901180001718",
        "(01) 04901180001718 (17) 271231",
        "（０１）０４９０１１８０００１７１８",
        "]d201049011800017181727123110A1",
        "]C10104901180001718",
        "]e00104901180001718",
        "]Q310A1\u001d0104901180001718",
        "]J101049011800017181727123110A1",
        GS + "01049011800017181727123110A1",
        "]d2" + GS + "010490118000171810A1" + GS,
        "10A1" + GS + "0104901180001718" + GS + "21X",
        // Identifiers of three and four digits, with predefined lengths and without.
        "]C1240XYZ" + GS + "4144912345000001" + "8008261231" + GS + "0104901180001718",
        "]C1003490123456789012340104901180001718",
        // Scanners often leave out the symbology identifier of GS1 DataBar.
        "01049011800017181727123110A1"
      })
  void elementStrings_giveTheGtinAtAnyPosition(String sent) {
    assertThat(Reading.of(LENIENT, sent)).isEqualTo(JAN);
  }

  @ParameterizedTest
  @CsvSource({
    "(01)00036000291452, 0036000291452",
    "(01)00000049123456, 49123456",
    "(01)94901180001711, 94901180001711"
  })
  void gtin_isLookedUpInItsUsualNotation(String sent, String code) {
    assertThat(Reading.of(LENIENT, sent)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "(01)94901180001711(3103)001250, 94901180001711 1.250 kg",
    "(01)94901180001711(3100)000002, 94901180001711 2 kg",
    "0194901180001711 3103001250, 94901180001711 1.250 kg",
    "(01)94901180001711(3920)480, 94901180001711 480 yen",
    "(01)94901180001711(3922)12345, 94901180001711 123.45 yen",
    "(01)94901180001711(3930)392480, 94901180001711 480 yen",
    // A price takes precedence over a weight.
    "(3103)001250(01)94901180001711(3920)480, 94901180001711 480 yen"
  })
  void elementStrings_carryWeightAndPrice(String sent, String reading) {
    assertThat(Reading.of(LENIENT, sent.replace(" ", ""))).isEqualTo(reading);
  }

  @Test
  void priceOfUnknownLength_endsAtTheSeparator() {
    assertThat(Reading.of(LENIENT, "]e001949011800017113920480" + GS + "10LOT"))
        .isEqualTo("94901180001711 480 yen");
  }

  @ParameterizedTest
  @CsvSource({
    "(01)04901180001719, GTIN (01) 04901180001719 has a wrong check digit",
    "]d20104901180001719, GTIN (01) 04901180001719 has a wrong check digit",
    "(01)4901180001718, GTIN (01): '4901180001718' (expected: 14 digits)",
    "(01)x(, GTIN (01): 'x(' (expected: 14 digits)",
    "]C1014901180001718, GTIN (01): '4901180001718' (expected: 14 digits)",
    "(01)94901180001711(3103)1250, '(3103): ''1250'' (expected: 6 digits)'",
    "(01)94901180001711(3103)000000, (3103) carries no value",
    "(01)94901180001711(3920)0, (3920) carries no value",
    "(01)94901180001711(3920)12a, '(3920): ''12a'' (expected: 1 to 15 digits)'",
    "(01)94901180001711(3932)8401999, '(3932): ''8401999'' (expected: 392, yen, and the amount)'"
  })
  void invalidElementStrings_areRefused(String sent, String problem) {
    assertThat(Reading.refusal(LENIENT, sent)).isEqualTo("ITEM_CODE: " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(株)01",
        "(01",
        "(10)A1",
        "]C1ABC",
        "]C12112345",
        "0104901180001719172712",
        "0104901180001718ABC"
      })
  void codeThatOnlyLooksLikeElementStrings_isAnOrdinaryCode(String sent) {
    assertThat(Reading.of(LENIENT, sent)).isEqualTo(sent.replaceFirst("^]C1", ""));
  }

  @Test
  void labelInAnElementString_isRead() {
    ItemCodeReader reader =
        new ItemCodeReader(
            ItemCodeMatching.LENIENT,
            new InStoreCodes(InStoreCodeRule.parse("02:5:5:price").stream().toList()));
    assertThat(Reading.of(reader, "]C10100212345004807")).isEqualTo("0212345 480 yen");
  }

  @Test
  void unknownPrefixes_areNotTakenForIdentifiers() {
    assertThat(List.of("05", "29", "44", "89", "1", "A1", ""))
        .allMatch(text -> ApplicationIdentifier.at(text, 0).isEmpty());
  }

  /** The texts are made of parts of codes, so that many are nearly valid. */
  @Test
  void anyText_isReadOrRefusedAsInvalidInput() {
    ItemCodeReader reader =
        new ItemCodeReader(
            ItemCodeMatching.LENIENT,
            new InStoreCodes(
                Stream.of("02:5:5:price", "24:5:4:weight:pricecheck=gs1")
                    .map(text -> InStoreCodeRule.parse(text).orElseThrow())
                    .toList()));
    Seeds.each(
        20_000,
        seed -> {
          Random random = new Random(seed);
          try {
            reader.read(
                new KeyedCode(
                    0, text(random), Optional.of(random.nextInt(4) > 0 ? "" : text(random))));
          } catch (Refused e) {
            assertThat(e.refusal()).isEqualTo(Refusal.INVALID_INPUT);
            assertThat(e.place()).isPresent();
          }
        });
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }
}
