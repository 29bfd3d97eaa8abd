package dev.poscart.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineFormsTest {

  private final List<Integer> written = new ArrayList<>();
  private final LineForms<String> forms = new LineForms<>(this::write, 10);

  private String write(LineItem line) {
    written.add(line.lineNo());
    return line.lineNo() + "x" + line.quantity();
  }

  @Test
  void linesOfTheLastVersion_areNotWrittenAgain() {
    Cart cart = cart("c1", 2);
    forms.of(cart);
    List<LineItem> more = new ArrayList<>(cart.lines());
    more.add(line(3));

    assertThat(forms.of(cart.change().lines(more).make())).containsExactly("1x1", "2x1", "3x1");
    assertThat(written).containsExactly(1, 2, 3);
  }

  @Test
  void linesOfACartThatWasReadAnew_areNotWrittenAgain() {
    forms.of(cart("c1", 2));

    assertThat(forms.of(cart("c1", 3))).containsExactly("1x1", "2x1", "3x1");
    assertThat(written).containsExactly(1, 2, 3);
  }

  @Test
  void changedLine_isWrittenAgain_andLinesThatAreGoneAreLeftOut() {
    Cart cart = cart("c1", 3);
    forms.of(cart);
    Cart changed =
        cart.change().lines(List.of(cart.lines().get(0).withQuantity(7), line(2))).make();

    assertThat(forms.of(changed)).containsExactly("1x7", "2x1");
    assertThat(forms.of(cart)).containsExactly("1x1", "2x1", "3x1");
  }

  @Test
  void cartsUnusedForLongest_areDropped() {
    Cart first = cart("c1", 4);
    Cart second = cart("c2", 4);
    forms.of(first);
    forms.of(second);
    forms.of(first);
    forms.of(cart("c3", 4));
    written.clear();

    forms.of(first);
    assertThat(written).isEmpty();
    forms.of(second);
    assertThat(written).containsExactly(1, 2, 3, 4);
  }

  private static Cart cart(String id, int lines) {
    return CartTestData.idleCart(id)
        .change()
        .status(CartStatus.ENTERING_ITEM)
        .lines(IntStream.rangeClosed(1, lines).mapToObj(LineFormsTest::line).toList())
        .make();
  }

  private static LineItem line(int no) {
    return LineItem.entered(no, CartTestData.apple(), Money.of(100), 1);
  }
}
