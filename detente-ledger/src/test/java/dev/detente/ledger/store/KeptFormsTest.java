package dev.detente.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.detente.ledger.store.KnownArticles.Known;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The forms in which things are kept: packed texts, numbers of items, hashes. */
class KeptFormsTest {
  @Test
  void textsComeBackAsTheyWere() {
    for (String text :
        new String[] {"", "å", "{\"id\":\"s1\"}".repeat(9999), "\u0000\uD83D\uDE00"}) {
      assertThat(Packing.unpack(Packing.pack(text))).isEqualTo(text);
    }
    byte[] packed = Packing.pack("Havnesjefen sa at kaia er for kort.");
    assertThatThrownBy(() -> Packing.unpack(Arrays.copyOf(packed, packed.length - 5)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Packing.unpack(new byte[] {9, 1, 2}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itemsAreNumberedWithinTheirArticles() {
    for (String id : new String[] {"s1", "e1", "s17", "e500000"}) {
      long item = ItemNumber.of(12, id);
      assertThat(ItemNumber.id(item)).isEqualTo(id);
      assertThat(ItemNumber.article(item)).isEqualTo(12);
      assertThat(ItemNumber.isEvent(item)).isEqualTo(id.startsWith("e"));
    }
    assertThat(ItemNumber.of(12, "s600000")).isNegative();
    assertThat(ItemNumber.id(ItemNumber.ofArticle(12))).isEmpty();
  }

  @Test
  void addressesThatNameOneArticleAreOne() {
    assertThat(Identity.normal("https://Avisa.example/a?id=3&utm_source=x#top"))
        .isEqualTo("avisa.example/a?id=3")
        .isEqualTo(Identity.normal("http://avisa.example/a?id=3"));
    assertThat(Identity.normal("https://avisa.example/A")).isEqualTo("avisa.example/A");
    assertThat(Identity.normal(" ")).isNull();
    assertThat(Identity.hash("a", "b")).isNotEqualTo(Identity.hash("ab", null));
  }

  @Test
  void knownArticlesAreFoundAmongMany() {
    KnownArticles known = new KnownArticles();
    for (int i = 1; i <= 20_000; i++) {
      known.put(new Known(i, i * 31L, i % 2 == 0 ? i * 37L : 0, i), null);
    }
    assertThat(known.withId(31 * 777)).isEqualTo(new Known(777, 31 * 777, 0, 777));
    assertThat(known.withAddress(37 * 778)).isEqualTo(new Known(778, 31 * 778, 37 * 778, 778));
    assertThat(known.withAddress(0)).isNull();
    assertThat(known.withId(5)).isNull();
    known.forget(31 * 777);
    assertThat(known.withId(31 * 777)).isNull();
    Known again = new Known(20_001, 31 * 777, 0, 4);
    known.put(again, null);
    assertThat(known.withId(31 * 777)).isEqualTo(again);
  }
}
