package dev.detente.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.ledger.Ledger;
import dev.detente.record.ArticleRecord;
import dev.detente.record.Event;
import dev.detente.record.Link;
import dev.detente.record.Relation;
import dev.detente.record.Statement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The room over the examples in a real browser. Pictures of every page are left in {@code
 * target/screenshots}, for people to look at.
 */
class BrowserTest {
  private static final String TOKEN = "key-of-the-browser";
  private static final Path PICTURES = Path.of("target", "screenshots");

  /** Pages whose address is known beforehand, by the name of their picture. */
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("overview", "/");
    PAGES.put("articles", "/articles");
    PAGES.put("find", "/find");
    PAGES.put("find-nothing", "/find?text=zeppelin");
    PAGES.put("claims", "/claims");
    PAGES.put("demands", "/demands");
    PAGES.put("timeline", "/timeline");
    PAGES.put("actors", "/actors");
    PAGES.put("pairs", "/pairs");
    PAGES.put("between", "/pairs/NOR-ISL");
    PAGES.put("tension", "/tension");
    PAGES.put("map", "/map");
    PAGES.put("world", "/map?part=world");
    PAGES.put("about", "/about");
    PAGES.put("missing", "/articles/none");
  }

  @TempDir static Path folder;
  private static Browser browser;
  private static ReadingRoom room;
  private static String origin;
  private static Map<String, ArticleRecord> records;

  @BeforeAll
  static void open() {
    browser = Browser.open();
    Path file = folder.resolve("examples.duckdb");
    records = ExampleLedger.write(file, ExampleLedger.examples());
    room = new ReadingRoom(Ledger.read(file), RoomSettings.local(0, TOKEN, "test"));
    origin = room.url().substring(0, room.url().indexOf("/?"));
    browser.go(room.url());
    // What takes a look at the whole ledger is found a moment after the start.
    for (String path : List.of("/", "/tension", "/claims", "/demands")) {
      browser.until(
          "(() => { const ask = new XMLHttpRequest(); ask.open('GET', arguments[0], false);"
              + " ask.send(); return !ask.responseText.includes('class=\"soon\"'); })()",
          path);
    }
    browser.go(origin + "/articles/" + encoded(answered().article()));
    String card = browser.all("a[href^='/r/']").get(0).getDomAttribute("href");
    PAGES.put("article", "/articles/" + encoded(answered().article()));
    PAGES.put("card", card);
    browser.go(origin + "/actors");
    PAGES.put("actor", browser.all(".people tbody a").get(0).getDomAttribute("href"));
  }

  @AfterAll
  static void close() {
    if (room != null) {
      room.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void look() {
    browser.look(Browser.Mode.LIGHT);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A statement that another one of the same article denies. */
  private record Answered(String article, Statement statement, Statement denial) {}

  private static Answered answered() {
    for (ArticleRecord record : records.values()) {
      for (Link link : record.links()) {
        if (link.relation() == Relation.DENIES) {
          return new Answered(
              record.article().id(), statement(record, link.to()), statement(record, link.from()));
        }
      }
    }
    throw new AssertionError("the examples have no denial");
  }

  private static Statement statement(ArticleRecord record, String id) {
    return record.statements().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingSeriousIsFoundByAxeHoweverAPageIsLookedAt() {
    Map<String, List<String>> complaints = new LinkedHashMap<>();
    PAGES.forEach(
        (name, path) -> {
          browser.look(Browser.Mode.LIGHT);
          browser.go(origin + path);
          for (Browser.Mode mode : Browser.Mode.values()) {
            browser.look(mode);
            List<String> found = browser.complaints(mode == Browser.Mode.DARK);
            if (browser.overflow() > 0) {
              found.add("wider than the window by " + browser.overflow());
            }
            if (!found.isEmpty()) {
              complaints.put(name + " " + mode.label(), found);
            }
            browser.picture(PICTURES.resolve(name + "-" + mode.label() + ".png"), mode);
          }
        });
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsHighlightedIsTheTextOfTheRecordFromStartToEnd() {
    int checked = 0;
    for (ArticleRecord record : records.values()) {
      browser.go(origin + "/articles/" + encoded(record.article().id()));
      Map<String, String> shown =
          browser.run(
              "const shown = {};"
                  + "for (const piece of document.querySelectorAll('.reading article [data-of]'))"
                  + " for (const id of piece.dataset.of.split(' '))"
                  + " shown[id] = (shown[id] || '') + piece.textContent;"
                  + "return shown");
      for (Statement statement : record.statements()) {
        StringBuilder words = new StringBuilder();
        statement.content().forEach(span -> words.append(record.article().slice(span)));
        assertThat(shown.get(statement.id()))
            .as(record.article().id() + " " + statement.id())
            .isEqualTo(words.toString());
        checked++;
      }
      for (Event event : record.events()) {
        assertThat(shown.get(event.id()))
            .as(record.article().id() + " " + event.id())
            .isEqualTo(record.article().slice(event.anchor()));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void fromAStatementToItsSentenceToItsDenialToThatSourceAndBackByKeysAlone() {
    Answered answered = answered();
    ArticleRecord record = records.get(answered.article());
    String wanted = "/articles/" + encoded(answered.article()) + "#" + answered.statement().id();
    browser.go(origin + "/find?act=" + answered.statement().act().label());
    int steps = 0;
    while (!wanted.equals(browser.focused().getDomAttribute("href"))) {
      browser.press("j");
      assertThat(++steps).as("steps to " + wanted).isLessThan(60);
    }
    browser.press(Keys.ENTER);
    browser.until("location.pathname.startsWith('/articles/') && document.querySelector('.on')");
    assertThat(lit()).isEqualTo(words(record, answered.statement()));
    assertThat(isInView()).isTrue();

    browser.press("l");
    browser.until(
        "document.querySelector('.record li.on') && document.querySelector('.record li.on').dataset.id"
            + " === arguments[0]",
        answered.denial().id());
    assertThat(lit()).isEqualTo(words(record, answered.denial()));
    assertThat(isInView()).isTrue();

    browser.press("b");
    browser.until(
        "document.querySelector('.record li.on') && document.querySelector('.record li.on').dataset.id"
            + " === arguments[0]",
        answered.statement().id());
    assertThat(lit()).isEqualTo(words(record, answered.statement()));
    browser.press("b");
    browser.until("location.pathname === '/find'");
    browser.until("document.activeElement.getAttribute('href') === arguments[0]", wanted);
  }

  private static String words(ArticleRecord record, Statement statement) {
    List<String> words = new ArrayList<>();
    for (Span span : statement.content()) {
      words.add(record.article().slice(span));
    }
    return String.join("", words);
  }

  /** The words that are marked as those of the chosen record. */
  private static String lit() {
    return browser.run(
        "return [...document.querySelectorAll('.reading article .on')].map(e => e.textContent).join('')");
  }

  private static boolean isInView() {
    return browser.run(
        "const box = document.querySelector('.reading article .on').getBoundingClientRect();"
            + "return box.top >= 0 && box.bottom <= innerHeight");
  }

  @Test
  void aLinkToADenialElsewhereLeadsToItsSource() {
    for (ArticleRecord record : records.values()) {
      browser.go(origin + "/articles/" + encoded(record.article().id()));
      List<WebElement> away = browser.all(".record a.away");
      if (!away.isEmpty()) {
        String there = away.get(0).getDomAttribute("href");
        browser.run("arguments[0].focus()", away.get(0));
        browser.press(Keys.ENTER);
        browser.until("(location.pathname + location.hash) === arguments[0]", there);
        browser.until("document.querySelector('.reading article .on')");
        assertThat(isInView()).isTrue();
        return;
      }
    }
    throw new AssertionError("nothing in the examples is told by two articles");
  }

  @Test
  void aTableStandsBehindEveryChart() {
    int charts = 0;
    for (String path : PAGES.values()) {
      browser.go(origin + path);
      for (WebElement chart : browser.all("main svg:not(.sample)")) {
        Long rows =
            browser.run(
                "const figure = arguments[0].closest('figure');"
                    + "return figure ? figure.querySelectorAll('table tbody tr').length : 0",
                chart);
        assertThat(rows).as("rows behind the chart of " + path).isPositive();
        assertThat(chart.getDomAttribute("aria-label")).as(path).isNotBlank();
        charts++;
      }
    }
    assertThat(charts).isGreaterThan(2);
  }

  @Test
  void aPrintShowsTheAddresses() {
    browser.go(origin + PAGES.get("card"));
    browser.print();
    String printed = browser.run("return document.querySelector('main').innerText");
    assertThat(printed).contains(origin + PAGES.get("card"));
    browser.go(origin + PAGES.get("article"));
    browser.print();
    List<String> added =
        browser.run(
            "return [...document.querySelectorAll('main a[href^=\"/r/\"]')]"
                + ".map(a => getComputedStyle(a, '::after').content)");
    assertThat(added).isNotEmpty().allMatch(text -> text.contains("/r/"));
    assertThat(browser.<Boolean>run("return document.querySelector('.top nav').offsetHeight > 0"))
        .isFalse();
  }
}
