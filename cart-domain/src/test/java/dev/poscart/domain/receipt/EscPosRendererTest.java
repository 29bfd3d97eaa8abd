package dev.poscart.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of a form for another printer does what its page says. */
class EscPosRendererTest {

  @Test
  void lines_areAlignedByThePrinter_andThePaperIsCut() {
    String commands =
        new EscPosRenderer(12)
            .render(
                List.of(
                    new ReceiptLine.Text("領収証", Alignment.CENTER),
                    ReceiptLine.BORDER,
                    ReceiptLine.split("合計", "110円"),
                    new ReceiptLine.Text("またどうぞ", Alignment.RIGHT)));

    assertThat(commands)
        .isEqualTo(
            "\u001b@"
                + "\u001ba1領収証\n"
                + "\u001ba0------------\n"
                + "\u001ba0合計   110円\n"
                + "\u001ba2またどうぞ\n"
                + "\u001dV\u0001");
  }
}
