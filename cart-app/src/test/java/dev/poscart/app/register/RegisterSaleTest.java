package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Sales by a clerk in the browser. */
class RegisterSaleTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";
  private static final String TEA = "4902171006767";

  /** 2 rice balls at 160, 10 % off: 288. Tea 151. 439, less 39: 400, by card 150 and cash 1,000. */
  @Test
  void sale_withDiscountsAndTwoTenders_givesChangeAndAReceipt() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL);
    till.click(".tools button:nth-child(1)").enter("#entry", "2").shows("#total", "320").settled();
    till.click(".tools button:nth-child(3)").click(".units button:nth-child(2)");
    till.enter("#entry", "10").shows("#total", "288");
    till.scanned(TEA).shows("#total", "439");
    till.click(".actions button:nth-child(2)").enter("#entry", "39").shows("#due", "400");
    till.choose("#tendered", "150").click("[data-method='11']").shows("#due", "250");
    till.click("[data-cash='1000']").shows("#change", "750");

    assertThat(till.text("#paper")).contains("おにぎり", "割引: 10%", "緑茶 600ml", "クレジット", "現金", "お釣り");
    assertThat(till.text("#paper").lines()).allMatch(line -> Columns.of(line) <= 32);
    assertClean();

    till.press(TEA + "\n").shows("#total", "151").settled();
    assertThat(till.count(".lines > li")).isEqualTo(1);
  }

  @Test
  void hundredScansInABurst_keepTheirOrder_andAnUnknownOneWaitsToBeDismissed() throws Exception {
    Register till = register(TILL);
    List<String> codes =
        IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? RICE_BALL : TEA).toList();
    till.scan(Stream.concat(codes.stream(), Stream.of("4999999999999")).toArray(String[]::new));
    till.awaits(".failed").settled();

    assertThat(till.texts(".lines .line .name"))
        .hasSize(100)
        .startsWith("手巻おにぎり 紅しゃけ", "緑茶 600ml", "手巻おにぎり 紅しゃけ", "緑茶 600ml")
        .satisfies(
            names ->
                assertThat(Collections.frequency(names, "緑茶 600ml"))
                    .as("every second line")
                    .isEqualTo(50));
    // 50 * 160 + 50 * 151
    assertThat(till.text("#total")).isEqualTo("15,550");
    assertThat(till.text(".failed .reason")).isEqualTo("登録のない商品です");
    till.click("#pay").shows("#notice", "登録できなかった商品があります");
    till.click(".failed .stop").await("dismissed", page -> page.count(".failed") == 0);
    till.click("#pay").shows("#due", "15,550");
    assertClean();
  }

  @Test
  void scanner_isHeard_whateverHasTheFocus() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL);
    till.click(".tools button:nth-child(1)").awaits("#entry");
    till.press(TEA + "\n");
    till.await("the tea", page -> page.count(".lines .line") == 2).settled();
    assertThat(till.texts(".lines .line .name").get(1)).isEqualTo("緑茶 600ml");
    till.js("document.activeElement.blur()");
    till.press(TEA + "\n");
    till.await("more tea", page -> page.count(".lines .line") == 3).settled();
    assertClean();
  }

  @Test
  void bounds_areToldBeforeAnythingIsSent() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL);
    till.click(".tools button:nth-child(1)").choose("#entry", "10000");
    till.shows("#entry-bounds", "9999");
    assertThat(till.count(".entry .primary:disabled")).isEqualTo(1);
    till.press(Keys.ESCAPE);
    till.click(".tools button:nth-child(3)").choose("#entry", "161").shows("#entry-bounds", "160円");
    assertThat(till.text("#total")).isEqualTo("160");
  }

  @Test
  void sale_byKeyboardAlone_inEnglish() throws Exception {
    Register till = register(TILL);
    till.click("#language").shows("h2, #pay", "Pay");
    till.press("紅しゃけ\n");
    till.await("a line", page -> page.count(".line") == 1).settled();
    till.press("*").enter("#entry", "3").shows("#total", "480").settled();
    till.press("-").enter("#entry", "80").shows("#total", "400").settled();
    till.press(TEA + "\n").await("tea", page -> page.count(".line") == 2).settled();
    till.press(Keys.DELETE).shows("#total", "400").settled();
    till.press(Keys.F2).awaits("#tendered");
    till.press("500", Keys.ENTER).shows("#change", "100");
    assertThat(till.text(".change")).startsWith("Change");
    till.press(Keys.ESCAPE).awaits("#scan");
    assertThat(till.text("body")).doesNotContainPattern("[a-z]+\\.[a-z]+[A-Z]");
    assertClean();
  }
}
