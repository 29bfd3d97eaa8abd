package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseNamesTest {

  private final DatabaseNames names = new DatabaseNames("db_cart");

  @Test
  void tenant_hasItsOwnDatabase() {
    assertThat(names.ofTenant("A1234")).contains("db_cart_A1234");
    assertThat(names.ofTenant("東京-1")).contains("db_cart_東京-1");
    assertThat(names.commons()).isEqualTo("db_cart_commons");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a.b", "a/b", "a\\b", "a b", "a\"b", "$a", "a*", "<a", "a>", "a:b", "a|b", "a?", "a\0b",
        "a\tb", "commons", "Commons", "\ud800"
      })
  void tenant_withoutAValidDatabaseName_hasNone(String tenantId) {
    assertThat(names.ofTenant(tenantId)).isEmpty();
  }

  @Test
  void name_mayHaveUpTo63Bytes() {
    assertThat(names.ofTenant("x".repeat(55))).isPresent();
    assertThat(names.ofTenant("x".repeat(56))).isEmpty();
    // three bytes each
    assertThat(names.ofTenant("店".repeat(18))).isPresent();
    assertThat(names.ofTenant("店".repeat(19))).isEmpty();
  }
}
