package dev.detente.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Article;
import dev.detente.article.Passage;
import dev.detente.article.PassageKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NITF, NewsML-G2, ninjs and feeds, by way of {@link ArticleSource}. */
@Timeout(60)
class ItemArticlesTest {
  @TempDir Path folder;

  private List<Incoming> read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    List<Incoming> all = new ArrayList<>();
    new ArticleSource(
            List.of(file.toString()), SourceOptions.DEFAULT, InputStream.nullInputStream())
        .forEach(all::add);
    return all;
  }

  private Article one(String name, String content) throws IOException {
    List<Incoming> read = read(name, content);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).failure()).isNull();
    return read.get(0).article();
  }

  private String refusal(String name, String content) throws IOException {
    List<Incoming> read = read(name, content);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).failure()).isNotNull();
    return read.get(0).failure().getMessage();
  }

  private static List<String> shown(Article article) {
    return article.passages().stream()
        .map(passage -> passage.kind().label() + ": " + article.slice(passage.span()))
        .toList();
  }

  private static final String NITF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
      <nitf xml:lang="nb-NO">
        <head>
          <title>Kort</title>
          <docdata management-status="usable">
            <doc-id id-string="nb-0311-7"/>
            <date.issue norm="20310311T103000+0100"/>
          </docdata>
          <pubdata name="Nordbyrå"/>
        </head>
        <body>
          <body.head>
            <hedline><hl1>Islandsk tråler tatt</hl1><hl2>Skal til Ålesund</hl2></hedline>
            <byline>Av Trude Hamre</byline>
            <dateline><location>Ålesund</location></dateline>
            <abstract><p>Kystvakten bordet tråleren.</p></abstract>
          </body.head>
          <body.content>
            <p lede="true">Tråleren ble ført <em>inn</em> tirsdag.</p>
            <hl2>Avviser</hl2>
            <block><p>– Nei, sier <person>Einar Brekkan</person> &amp; co&nbsp;i dag.</p></block>
            <media media-type="image">
              <media-reference source="a.jpg"/>
              <media-caption>Skipet ved kai.</media-caption>
              <media-producer>Foto: Marit Sandvoll</media-producer>
            </media>
          </body.content>
        </body>
      </nitf>
      """;

  @Test
  void nitf() throws IOException {
    Article article = one("a.xml", NITF);

    assertThat(article.id()).isEqualTo("nb-0311-7");
    assertThat(article.published()).isEqualTo("2031-03-11T10:30:00+01:00");
    assertThat(article.outlet()).isEqualTo("Nordbyrå");
    assertThat(article.language()).isEqualTo("nb");
    assertThat(shown(article))
        .containsExactly(
            "headline: Islandsk tråler tatt",
            "subheading: Skal til Ålesund",
            "byline: Av Trude Hamre",
            "lead: Kystvakten bordet tråleren.",
            "lead: Tråleren ble ført inn tirsdag.",
            "subheading: Avviser",
            "body: – Nei, sier Einar Brekkan & co i dag.",
            "caption: Skipet ved kai.",
            "credit: Foto: Marit Sandvoll");
    assertThat(article.text().string()).contains("tirsdag.\n\nAvviser\n\n– Nei");
  }

  @Test
  void nitfThatWasTakenBack() throws IOException {
    assertThat(refusal("a.nitf", NITF.replace("\"usable\"", "\"canceled\"")))
        .startsWith("DET-0153")
        .contains("a.nitf");
  }

  private static String newsItem(String guid, String content) {
    return """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="2" xml:lang="en">
      <itemMeta>
        <itemClass qcode="ninat:text"/>
        <provider qcode="nprov:HW"><name>Harbour Wire</name></provider>
        <versionCreated>2031-03-12T09:00:00Z</versionCreated>
        <firstCreated>2031-03-12T08:00:00Z</firstCreated>
        <pubStatus qcode="stat:usable"/>
      </itemMeta>
      <contentMeta>
        <contentCreated>2031-03-11</contentCreated>
        <by>By Ann Holt</by>
        <headline>Trawler &lt;seized&gt; again</headline>
        <language tag="en-GB"/>
      </contentMeta>
      <contentSet>%s</contentSet>
    </newsItem>
    """
        .formatted(guid, content);
  }

  @Test
  void newsMl() throws IOException {
    Article article =
        one(
            "a.xml",
            newsItem(
                "urn:hw:1",
                "<inlineXML contenttype=\"application/xhtml+xml\"><html"
                    + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>Trawler"
                    + " &lt;seized&gt; again</h1><p>It was taken.</p>"
                    + "<h2>Anger</h2><ul><li>First</li></ul></body></html></inlineXML>"));
    assertThat(article.id()).isEqualTo("urn:hw:1");
    assertThat(article.published()).isEqualTo("2031-03-11");
    assertThat(article.outlet()).isEqualTo("Harbour Wire");
    assertThat(article.language()).isEqualTo("en");
    assertThat(shown(article))
        .containsExactly(
            "headline: Trawler <seized> again",
            "byline: By Ann Holt",
            "body: It was taken.",
            "subheading: Anger",
            "body: First");
  }

  @Test
  void aNewsMessageHoldsSeveralItems() throws IOException {
    String message =
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>"
            + newsItem("a", "<inlineXML>" + NITF.substring(NITF.indexOf("<nitf")) + "</inlineXML>")
            + newsItem("p", "<remoteContent href=\"p.jpg\"/>")
            + newsItem("b", "<inlineData contenttype=\"text/plain\">One.\n\nTwo.</inlineData>")
            + newsItem("c", "<inlineData>x</inlineData>").replace("stat:usable", "stat:canceled")
            + "</itemSet></newsMessage>";
    List<Incoming> read = read("m.xml", message);
    assertThat(read).hasSize(3);
    assertThat(shown(read.get(0).article())).contains("headline: Islandsk tråler tatt");
    assertThat(shown(read.get(1).article())).endsWith("body: One.", "body: Two.");
    assertThat(read.get(2).failure().code()).isEqualTo("DET-0153");
  }

  @Test
  void ninjsOfBothKinds() throws IOException {
    String first =
        """
        {"uri": "urn:nb:1", "type": "text", "versioncreated": "2031-03-11T12:00:00Z", "language": "nn",
         "headline": "Tysdag", "byline": "Av Liv Aas", "body_html": "<p>Ei linje.</p><p>Ei til.</p>",
         "copyrightholder": "Nordbyrå", "associations": {"main": {"uri": "x", "body_text": "no"}}}
        """;
    String second =
        """
        {"uri": "urn:nb:2", "standard": {"name": "ninjs", "version": "2.0"}, "contentcreated": "2031-03-12",
         "headlines": [{"role": "main", "value": "Onsdag"}],
         "bodies": [{"contenttype": "text/plain", "value": "En.\\n\\nTo."}]}
        """;
    Article article = one("a.json", first);
    assertThat(article.id()).isEqualTo("urn:nb:1");
    assertThat(article.language()).isEqualTo("nn");
    assertThat(article.published()).isEqualTo("2031-03-11T12:00:00Z");
    assertThat(article.outlet()).isEqualTo("Nordbyrå");
    assertThat(shown(article))
        .containsExactly(
            "headline: Tysdag", "byline: Av Liv Aas", "body: Ei linje.", "body: Ei til.");
    List<Incoming> both =
        read("b.json", "[" + first + "," + second + ", {\"text\": \"Og denne.\"}]");
    assertThat(both).hasSize(3).allMatch(incoming -> incoming.failure() == null);
    assertThat(shown(both.get(1).article()))
        .containsExactly("headline: Onsdag", "body: En.", "body: To.");
    assertThat(
            refusal("c.json", "{\"uri\": \"x\", \"headline\": \"Bilde\", \"type\": \"picture\"}"))
        .startsWith("DET-0108");
  }

  private static final String RSS =
      """
      <?xml version="1.0"?>
      <!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
           xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Kystposten</title><language>nb</language>
          <item><title>En &amp;quot;sak&amp;quot;</title><link>https://kystposten.example/1</link>
            <guid isPermaLink="false">k-1</guid><pubDate>Tue, 11 Mar 2031 10:30:00 +0100</pubDate>
            <dc:creator>Trude Hamre</dc:creator>
            <description>Kort.</description>
            <content:encoded><![CDATA[<p>Hele <b>saken</b>.</p><p>Mer.</p>]]></content:encoded></item>
          <item><title>To</title><link>https://kystposten.example/2</link><pubDate>i går</pubDate>
            <description>&lt;p&gt;Bare ingressen.&lt;/p&gt;</description></item>
        </channel>
      </rss>
      """;

  @Test
  void rss() throws IOException {
    List<Incoming> read = read("feed.xml", RSS);
    assertThat(read).hasSize(2);
    Article first = read.get(0).article();
    assertThat(first.id()).isEqualTo("k-1");
    assertThat(first.url()).isEqualTo("https://kystposten.example/1");
    assertThat(first.published()).isEqualTo("2031-03-11T10:30:00+01:00");
    assertThat(first.outlet()).isEqualTo("Kystposten");
    assertThat(first.language()).isEqualTo("nb");
    assertThat(shown(first))
        .containsExactly(
            "headline: En \"sak\"", "byline: Trude Hamre", "body: Hele saken.", "body: Mer.");
    assertThat(read.get(1).article().published()).isNull();
    assertThat(shown(read.get(1).article()))
        .containsExactly("headline: To", "body: Bare ingressen.");
  }

  @Test
  void oldRssAtomAndJsonFeed() throws IOException {
    String rdf =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
          <channel rdf:about="https://x.example/"><title>X</title></channel>
          <item rdf:about="https://x.example/a"><title>A</title><link>https://x.example/a</link>
            <description>Tekst.</description></item>
        </rdf:RDF>
        """;
    assertThat(one("a.rss", rdf).id()).isEqualTo("https://x.example/a");
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nn"><title>Fjordabladet</title>
          <entry><id>tag:x,1</id><title type="html">A &amp;amp; B</title>
            <link rel="self" href="https://x.example/self"/><link href="https://x.example/a"/>
            <published>2031-03-11T10:30:00Z</published><updated>2031-03-12T10:30:00Z</updated>
            <author><name>Liv Aas</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Heile <i>saka</i>.</p></div></content>
          </entry></feed>
        """;
    Article article = one("a.atom", atom);
    assertThat(article.url()).isEqualTo("https://x.example/a");
    assertThat(article.published()).isEqualTo("2031-03-11T10:30:00Z");
    assertThat(shown(article))
        .containsExactly("headline: A & B", "byline: Liv Aas", "body: Heile saka.");
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Wire", "language": "en-GB",
         "items": [{"id": "7", "url": "https://hw.example/7", "title": "Seven",
           "content_text": "One <1>.\\nTwo.", "date_published": "2031-03-11T10:30:00Z",
           "authors": [{"name": "Ann Holt"}]}]}
        """;
    assertThat(shown(one("feed.json", json)))
        .containsExactly("headline: Seven", "byline: Ann Holt", "body: One <1>.", "body: Two.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Tue, 11 Mar 2031 10:30:00 GMT  | 2031-03-11T10:30:00Z
          11 March 2031 9:30 EST         | 2031-03-11T09:30-05:00
          Tue, 31 Feb 2031 10:30:00 GMT  | -
          20310311                       | 2031-03-11
          2031-03-11T25:30:00Z           | 2031-03-11
          2031-03-11 10:30               | 2031-03-11
          2031-03                        | 2031-03
          0000-00-00                     | -
          yesterday                      | -
          """)
  void dates(String written, String edtf) {
    assertThat(dev.detente.source.item.ItemDate.of(written)).isEqualTo(edtf);
  }

  /** No file is opened and no connection made, whatever a document type asks for. */
  @Test
  void entitiesAreNotExpanded() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.dat"), "HEMMELIG");
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(200);
      String outside = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      String feed =
          "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \""
              + outside
              + "\" [<!ENTITY a \"AAAAAAAAAA\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
              + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY file SYSTEM \""
              + secret.toUri()
              + "\"><!ENTITY % p SYSTEM \""
              + outside
              + "\"> %p;]><rss><channel><item><title>T</title><description>&c;&file; og mer"
              + "</description></item></channel></rss>";
      Article article = one("evil.xml", feed);
      assertThat(article.text().string())
          .doesNotContain("HEMMELIG", "AAAA")
          .startsWith("T")
          .endsWith("og mer");
      org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<rss",
        "<rss><channel><item>",
        "<feed/>",
        "<nitf/>",
        "<newsMessage/>",
        "<svg/>",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE rss [",
        "<rss><channel><item></item></channel></rss>",
        "\u0000\u0001<rss>"
      })
  void whatIsBrokenIsRefusedWithItsName(String xml) throws IOException {
    assertThat(refusal("broken.xml", xml)).matches("(?s)DET-01\\d\\d: .*broken.xml.*");
  }

  @Test
  void passagesPointIntoTheText() throws IOException {
    for (Passage passage : one("a.xml", NITF.replace("Kort", "\uD83D\uDEF3 x")).passages()) {
      assertThat(passage.span().end()).isGreaterThan(passage.span().start());
      assertThat(passage.kind()).isNotEqualTo(PassageKind.NOTICE);
    }
  }

  @Test
  void latinFeedsAreRead() throws IOException {
    Path file = folder.resolve("latin.xml");
    Files.write(
        file,
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                + RSS.substring(21).replace("En &", "Ærlig &"))
            .getBytes(StandardCharsets.ISO_8859_1));
    List<Incoming> all = new ArrayList<>();
    new ArticleSource(List.of("-"), SourceOptions.DEFAULT, Files.newInputStream(file))
        .forEach(all::add);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).article().text().string()).startsWith("Ærlig");
  }
}
