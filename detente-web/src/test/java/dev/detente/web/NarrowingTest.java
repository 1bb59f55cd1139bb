package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages count is what their links lead to. */
class NarrowingTest {
  @TempDir static Path folder;
  private static TestRoom room;

  @BeforeAll
  static void open() {
    room = new TestRoom(Ledger.read(TestRoom.ledger(folder)), TestRoom.settings());
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static Document page(String path) {
    return Jsoup.parse(room.get(path).body());
  }

  @Test
  void eachValueOfAFacetFindsAsManyAsItSays() {
    int followed = 0;
    for (Element value : page("/find").select(".facet li")) {
      String href = value.select("a").attr("href");
      Document narrower = page(href);
      assertThat(narrower.select(".finding"))
          .as(href)
          .hasSize(Integer.parseInt(value.select(".count").text()));
      assertThat(narrower.select(".given a")).as(href).isNotEmpty();
      followed++;
    }
    assertThat(followed).isGreaterThan(8);
  }

  @Test
  void whatIsTakenBackIsAskedForNoMore() {
    Document narrow = page("/find?act=demand&language=nb");
    int found = narrow.select(".finding").size();
    String without = narrow.select(".given a[aria-label]").first().attr("href");
    assertThat(without).isEqualTo("/find?language=nb");
    assertThat(page(without).select(".finding")).hasSizeGreaterThan(found);
  }

  @Test
  void aCellOfTheMatrixOpensItsList() {
    int cells = 0;
    for (Element cell : page("/pairs").select(".matrix td a")) {
      String more = cell.select("span").text().replace("+ ", "");
      int events = Integer.parseInt(cell.select("b").text());
      int statements = more.isEmpty() ? 0 : Integer.parseInt(more);
      assertThat(page(cell.attr("href")).select(".finding"))
          .as(cell.attr("href"))
          .hasSize(events + statements);
      cells++;
    }
    assertThat(cells).isPositive();
  }

  @Test
  void aPlaceOfTheMapOpensItsListAndACountryIsAShapeAndNeverAPin() {
    Path file = folder.resolve("places.duckdb");
    ExampleLedger.write(
        file,
        List.of(
            ExampleLedger.article(
                "nb-1",
                "nb",
                "2031-03-14",
                "Møte i Reykjavík\n\nStatsminister Birna Hallsdóttir møtte utenriksminister Ragnhild"
                    + " Tveitane i Reykjavík mandag.\n\nTirsdag ble tre fiskere pågrepet i"
                    + " Norge.")));
    try (TestRoom there = new TestRoom(Ledger.read(file), TestRoom.settings())) {
      Document map = Jsoup.parse(there.get("/map").body());
      int countries = 0;
      int places = 0;
      for (Element row : map.select("figure table tbody tr")) {
        String href = row.select("th a").attr("href");
        assertThat(Jsoup.parse(there.get(href).body()).select(".finding")).as(href).isNotEmpty();
        places++;
        if (row.select("td").get(1).text().equals("country")) {
          assertThat(map.select("svg.map a[href=" + href + "] path")).as(href).hasSize(1);
          assertThat(map.select("svg.map a[href=" + href + "] circle")).as(href).isEmpty();
          countries++;
        } else {
          assertThat(map.select("svg.map a[href=" + href + "] circle")).as(href).hasSize(1);
        }
      }
      assertThat(countries).isPositive();
      assertThat(places).isGreaterThan(countries);
    }
  }
}
