package dev.detente.source.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages in the structures of Nordic news sites, each made of a {@link Story} by a template of its
 * own: how the head speaks, how the body is nested and named, where dates, authors, pictures and
 * fact boxes stand, and what stands around and within the article that is no part of it. All that
 * is no part of it holds the word {@code fremmed}.
 */
final class NordicPages {
  private static final String NAV =
      "<nav><ul><li><a href=/>Forsiden fremmed</a><li><a href=/sport>Sport fremmed</a></ul></nav>";
  private static final String TEASERS =
      "<a href=/1><h3>Fremmed sak om noe helt annet</h3><p>Her står det litt om den fremmede saken,"
          + " slik at noen vil lese den.</p></a><a href=/2><h3>Enda en fremmed sak i"
          + " dag</h3><p>Også denne har en fremmed ingress som er lang nok til å ligne på"
          + " tekst.</p></a>";
  private static final String COOKIES =
      "Vi bruker informasjonskapsler for å gjøre siden bedre (fremmed). Du kan lese mer om dem i"
          + " erklæringen, og du kan når som helst trekke samtykket.";

  private NordicPages() {}

  /** The templates by name. */
  static Map<String, Function<Story, String>> templates() {
    Map<String, Function<Story, String>> all = new LinkedHashMap<>();
    all.put("linked-data", NordicPages::linkedData);
    all.put("classes-and-words", NordicPages::classesAndWords);
    all.put("time-elements", NordicPages::timeElements);
    all.put("tables-and-breaks", NordicPages::tablesAndBreaks);
    all.put("hashed-classes", NordicPages::hashedClasses);
    all.put("weblog", NordicPages::weblog);
    all.put("amp", NordicPages::amp);
    all.put("microdata", NordicPages::microdata);
    all.put("broken-linked-data", NordicPages::brokenLinkedData);
    all.put("sections", NordicPages::sections);
    all.put("consent-first", NordicPages::consentFirst);
    all.put("second-heading", NordicPages::secondHeading);
    all.put("bold-headings", NordicPages::boldHeadings);
    all.put("split-body", NordicPages::splitBody);
    all.put("no-paragraphs", NordicPages::noParagraphs);
    all.put("comments-below", NordicPages::commentsBelow);
    return all;
  }

  private static String page(Story s, String head, String body) {
    return "<!DOCTYPE html>\n<html lang=\""
        + s.language()
        + "\"><head><meta charset=utf-8>\n"
        + head
        + "</head>\n<body class=\"site has-ads\">\n"
        + body
        + "\n</body></html>\n";
  }

  private static String title(Story s) {
    return "<title>"
        + s.headline()
        + " | "
        + s.outlet()
        + "</title>\n"
        + "<meta property=\"og:site_name\" content=\""
        + s.outlet()
        + "\">\n"
        + "<meta property=\"og:title\" content=\""
        + s.headline()
        + "\">\n";
  }

  private static String ld(Story s, String type) {
    List<String> authors = new ArrayList<>();
    for (String author : s.authors()) {
      authors.add("{\"@type\":\"Person\",\"name\":\"" + author + "\"}");
    }
    return "{\"@context\":\"https://schema.org\",\"@type\":\""
        + type
        + "\",\"headline\":\""
        + s.headline()
        + "\",\"datePublished\":\""
        + s.published()
        + "\",\"dateModified\":\""
        + s.updated()
        + "\",\"author\":["
        + String.join(",", authors)
        + "],\"publisher\":{\"@type\":\"Organization\",\"name\":\""
        + s.outlet()
        + "\"}}";
  }

  private static String authors(Story s) {
    boolean english = s.language().equals("en");
    return String.join(
        english ? " and " : s.language().equals("sv") ? " och " : " og ", s.authors());
  }

  /** {@code 08.05.2031}. */
  private static String dotted(String date) {
    return date.substring(8, 10) + "." + date.substring(5, 7) + "." + date.substring(0, 4);
  }

  private static String clock(String date) {
    return date.substring(11, 16);
  }

  private static String month(Story s, String date) {
    int month = Integer.parseInt(date.substring(5, 7)) - 1;
    String names =
        switch (s.language()) {
          case "en" ->
              "January February March April May June July August September October November"
                  + " December";
          case "sv" ->
              "januari februari mars april maj juni juli augusti september oktober november"
                  + " december";
          case "da" ->
              "januar februar marts april maj juni juli august september oktober november december";
          default ->
              "januar februar mars april mai juni juli august september oktober november desember";
        };
    return names.split(" ")[month];
  }

  private static String word(Story s, String nordic, String swedish, String english) {
    return switch (s.language()) {
      case "en" -> english;
      case "sv" -> swedish;
      default -> nordic;
    };
  }

  /** The body by its pieces: how a heading, a paragraph and the n-th picture are set. */
  private static String body(
      Story s,
      Function<String, String> heading,
      Function<String, String> paragraph,
      Function<Story.Picture, String> picture,
      String between) {
    StringBuilder out = new StringBuilder();
    int pictures = 1;
    int at = 0;
    for (Story.Section section : s.sections()) {
      if (section.heading() != null) {
        out.append(heading.apply(section.heading())).append('\n');
      }
      for (String text : section.paragraphs()) {
        out.append(paragraph.apply(text)).append('\n');
        at++;
        if (at == 2) {
          out.append(between).append('\n');
        }
        if (at == 4 && pictures < s.pictures().size()) {
          out.append(picture.apply(s.pictures().get(pictures++))).append('\n');
        }
      }
    }
    return out.toString();
  }

  private static Function<String, String> in(String tag) {
    return text -> "<" + tag + ">" + text + "</" + tag.split(" ")[0] + ">";
  }

  private static String figure(Story.Picture p) {
    return "<figure><img src=x.jpg alt=\"fremmed\"><figcaption>"
        + p.caption()
        + " "
        + p.credit()
        + "</figcaption></figure>";
  }

  private static String list(List<String> items) {
    return "<ul><li>" + String.join("</li><li>", items) + "</li></ul>";
  }

  /** JSON-LD, article, figures, an aside of related stories within, a fact box in an aside. */
  static String linkedData(Story s) {
    return page(
        s,
        title(s) + "<script type=\"application/ld+json\">" + ld(s, "NewsArticle") + "</script>",
        "<header>"
            + NAV
            + "</header><main><article class=\"article\"><header><h1>"
            + s.headline()
            + "</h1><p class=\"ingress\">"
            + s.lead()
            + "</p><div class=byline><a rel=author href=/j>"
            + authors(s)
            + "</a><time datetime=\""
            + s.published()
            + "\">fremmed tid</time></div></header>"
            + figure(s.pictures().get(0))
            + "<div class=\"article-body\">"
            + body(
                s,
                in("h2"),
                in("p"),
                NordicPages::figure,
                "<aside class=\"related\">" + TEASERS + "</aside>")
            + "<aside class=\"fact-box\"><h3>"
            + s.factsTitle()
            + "</h3>"
            + list(s.facts())
            + "</aside></div></article></main>"
            + "<footer><p>Ansvarlig redaktør: Fremmed Person. Alle rettigheter.</p></footer>");
  }

  /**
   * Divs named in Norwegian; dates and authors in words alone; captions beside pictures in divs.
   */
  static String classesAndWords(Story s) {
    String stamp =
        word(s, "Publisert: ", "Publicerad: ", "Published: ")
            + dotted(s.published())
            + word(s, " kl. ", " kl. ", " ")
            + clock(s.published());
    String changed =
        word(s, "Oppdatert: ", "Uppdaterad: ", "Updated: ")
            + dotted(s.updated())
            + word(s, " kl. ", " kl. ", " ")
            + clock(s.updated());
    return page(
        s,
        "<title>" + s.headline() + "</title>",
        "<div class=topp><a href=/>"
            + s.outlet()
            + " fremmed</a></div><div class=hovedspalte><h1 class=tittel>"
            + s.headline()
            + "</h1><div class=ingress>"
            + s.lead()
            + "</div><div class=\"bildeboks\"><img src=1.jpg><div class=bildetekst>"
            + s.pictures().get(0).caption()
            + " <span class=fotograf>"
            + s.pictures().get(0).credit()
            + "</span></div></div>"
            + "<div class=byline>"
            + word(s, "Av ", "Av ", "By ")
            + authors(s)
            + "</div><div class=dato>"
            + stamp
            + "</div><div class=dato>"
            + changed
            + "</div><div class=brodtekst>"
            + body(
                s,
                in("h3 class=mellomtittel"),
                in("p"),
                p ->
                    "<div class=bildeboks><img src=2.jpg><div class=bildetekst>"
                        + p.caption()
                        + " <span class=fotograf>"
                        + p.credit()
                        + "</span></div></div>",
                "<p><strong><a href=/1>"
                    + word(s, "Les også: ", "Läs också: ", "Read more: ")
                    + "Fremmed sak om noe annet</a></strong></p>")
            + "</div><div class=faktaboks><h4>"
            + s.factsTitle()
            + "</h4><p>"
            + String.join("</p><p>", s.facts())
            + "</p></div></div>"
            + "<div class=hoyrekolonne><h4>Mest lest fremmed</h4>"
            + TEASERS
            + "</div>");
  }

  /** Header with time elements, credit in a block of its own, fact box in details. */
  static String timeElements(Story s) {
    return page(
        s,
        title(s),
        "<div id=app><main><div class=story><header class=story-header><h1>"
            + s.headline()
            + "</h1><div class=\"lead\"><p>"
            + s.lead()
            + "</p></div><ul class=authors><li>"
            + String.join("</li><li>", s.authors())
            + "</li></ul><div class=dates>"
            + word(s, "Publisert ", "Publicerad ", "Published ")
            + "<time datetime=\""
            + s.published()
            + "\" itemprop=datePublished>fremmed</time> "
            + word(s, "Oppdatert ", "Uppdaterad ", "Updated ")
            + "<time datetime=\""
            + s.updated()
            + "\" itemprop=dateModified>fremmed</time></div></header>"
            + "<section class=content>"
            + "<figure><img><figcaption><div class=caption-text>"
            + s.pictures().get(0).caption()
            + "</div><div class=credit>"
            + s.pictures().get(0).credit()
            + "</div></figcaption></figure>"
            + body(
                s,
                in("h2"),
                in("p"),
                p ->
                    "<figure><img><figcaption><div class=caption-text>"
                        + p.caption()
                        + "</div><div class=credit>"
                        + p.credit()
                        + "</div></figcaption></figure>",
                "<div class=\"newsletter-signup\"><p>Meld deg på det fremmede nyhetsbrevet vårt, og"
                    + " få saker rett i innboksen hver eneste dag.</p></div>")
            + "<details class=fact><summary>"
            + s.factsTitle()
            + "</summary>"
            + list(s.facts())
            + "</details></section></div></main></div>");
  }

  /** A table for the layout, paragraphs apart by line breaks, all in capitals tags, no classes. */
  static String tablesAndBreaks(Story s) {
    StringBuilder text = new StringBuilder();
    for (Story.Section section : s.sections()) {
      if (section.heading() != null) {
        text.append("<H3>").append(section.heading()).append("</H3>");
      }
      text.append(String.join("<BR><BR>\n", section.paragraphs())).append("<BR><BR>\n");
    }
    return "<HTML><HEAD><TITLE>"
        + s.outlet()
        + " - "
        + s.headline()
        + "</TITLE><META NAME=author CONTENT=\""
        + authors(s)
        + "\"><META NAME=date CONTENT=\""
        + s.day()
        + "\"><META HTTP-EQUIV=content-language CONTENT="
        + s.language()
        + "></HEAD><BODY><TABLE WIDTH=100%><TR><TD COLSPAN=2><A HREF=/>Fremmed forside</A> | <A"
        + " HREF=/u>Fremmed utenriks</A></TD></TR><TR><TD><A HREF=/1>Fremmed sak en</A><BR><A"
        + " HREF=/2>Fremmed sak to</A></TD><TD><H1>"
        + s.headline()
        + "</H1><B>"
        + s.lead()
        + "</B><BR><BR>"
        + text
        + "</TD></TR></TABLE></BODY></HTML>";
  }

  /** Class names without meaning, only Open Graph; many divs. */
  static String hashedClasses(Story s) {
    StringBuilder meta = new StringBuilder();
    for (String author : s.authors()) {
      meta.append("<meta name=author content=\"").append(author).append("\">");
    }
    return page(
        s,
        title(s)
            + "<meta property=og:type content=article><meta property=\"article:published_time\""
            + " content=\""
            + s.published()
            + "\"><meta property=\"article:modified_time\" content=\""
            + s.updated()
            + "\">"
            + "<meta name=author content=\""
            + authors(s)
            + "\">",
        "<div class=css-1a2b><div class=css-9z><a href=/>Fremmed</a></div><div class=css-77><div"
            + " class=css-3k><h1 class=css-h1>"
            + s.headline()
            + "</h1><div class=css-ld><p>"
            + s.lead()
            + "</p></div></div><div class=css-0q>"
            + body(
                s,
                text -> "<div class=css-mm><h2 class=css-h2>" + text + "</h2></div>",
                text -> "<div class=css-pp><p class=css-p1>" + text + "</p></div>",
                NordicPages::figure,
                "<div class=css-tt><ul><li><a href=/1>Fremmed sak om noe annet</a></li><li><a"
                    + " href=/2>Enda en fremmed sak</a></li></ul></div>")
            + "</div></div><div class=css-rr>"
            + TEASERS
            + "</div></div>");
  }

  /** A weblog's ways: classes that name the matter, sharing, tags, related posts, a sidebar. */
  static String weblog(Story s) {
    return page(
        s,
        title(s)
            + "<meta property=\"article:published_time\" content=\""
            + s.published()
            + "\"><meta property=\"article:modified_time\" content=\""
            + s.updated()
            + "\">",
        "<div id=page><header id=masthead>"
            + NAV
            + "</header><div id=content><article id=post-7 class=\"post type-post category-nyheter"
            + " tag-ferje tag-comment hentry\"><h1 class=entry-title>"
            + s.headline()
            + "</h1><div class=entry-meta><span class=posted-on>"
            + s.published().substring(8, 10)
            + ". "
            + month(s, s.published())
            + " "
            + s.published().substring(0, 4)
            + "</span> <span class=author>"
            + word(s, "av ", "av ", "by ")
            + authors(s)
            + "</span></div><div class=entry-content><p><em>"
            + s.lead()
            + "</em></p>"
            + body(
                s,
                in("h3"),
                in("p"),
                p ->
                    "<div class=wp-caption><img><p class=wp-caption-text>"
                        + p.caption()
                        + " "
                        + p.credit()
                        + "</p></div>",
                "")
            + "<div class=\"sharedaddy sd-sharing\"><h3>Del dette fremmede</h3><ul><li><a"
            + " href=f>Facebook</a></ul></div><div class=jp-relatedposts><h3>Fremmede innlegg</h3>"
            + TEASERS
            + "</div></div><footer class=entry-footer>Fremmede emner: <a"
            + " href=/t>ferje</a></footer></article><div id=comments class=comments-area><ol"
            + " class=comment-list><li class=comment><p>Jeg er en fremmed kommentar som er lang nok"
            + " til å ligne på et avsnitt, og det er alt.</p></li></ol></div></div><div"
            + " id=secondary class=widget-area><h2>Fremmed siste nytt</h2>"
            + TEASERS
            + "</div></div>");
  }

  static String amp(Story s) {
    return "<!doctype html><html amp lang="
        + s.language()
        + "><head><title>"
        + s.headline()
        + "</title><script type=application/ld+json>["
        + ld(s, "NewsArticle")
        + "]</script><style amp-custom>p{color:red}</style></head><body><amp-sidebar><ul><li><a"
        + " href=/>Fremmed meny</a></ul></amp-sidebar><amp-consent><div>"
        + COOKIES
        + "</div></amp-consent><article><h1>"
        + s.headline()
        + "</h1><h2 class=standfirst>"
        + s.lead()
        + "</h2>"
        + "<figure><amp-img src=x></amp-img><figcaption>"
        + s.pictures().get(0).caption()
        + " "
        + s.pictures().get(0).credit()
        + "</figcaption></figure>"
        + body(
            s,
            in("h2"),
            in("p"),
            p ->
                "<figure><amp-img src=x></amp-img><figcaption>"
                    + p.caption()
                    + " "
                    + p.credit()
                    + "</figcaption></figure>",
            "<amp-ad type=x><div>Fremmed annonse</div></amp-ad>")
        + "</article></body></html>";
  }

  static String microdata(Story s) {
    StringBuilder authors = new StringBuilder();
    for (String author : s.authors()) {
      authors
          .append(
              "<span itemprop=author itemscope itemtype=http://schema.org/Person><span"
                  + " itemprop=name>")
          .append(author)
          .append("</span></span> ");
    }
    return page(
        s,
        "<title>" + s.headline() + " - " + s.outlet() + "</title>",
        NAV
            + "<div itemscope itemtype=http://schema.org/NewsArticle><h1 itemprop=headline>"
            + s.headline()
            + "</h1><div itemprop=description class=preamble>"
            + s.lead()
            + "</div><meta itemprop=datePublished content=\""
            + s.published()
            + "\"><meta itemprop=dateModified content=\""
            + s.updated()
            + "\"><div>"
            + authors
            + "</div><div itemprop=articleBody>"
            + body(
                s,
                in("h2"),
                in("p"),
                NordicPages::figure,
                "<div class=annonse>Annonse fremmed<p>Kjøp den fremmede tingen nå, den er billig og"
                    + " god og finnes i alle farger.</p></div>")
            + "<blockquote class=sitat>"
            + s.sections().get(0).paragraphs().get(1).split(", s")[0]
            + "</blockquote></div></div>"
            + "<div class=teasers>"
            + TEASERS
            + "</div>");
  }

  /** JSON-LD in a graph that breaks off, with a line break in a string and a comma too many. */
  static String brokenLinkedData(Story s) {
    String graph =
        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Fremmed\",},\n"
            + ld(s, "ReportageNewsArticle")
                .replace("\"publisher\"", "\"description\":\"to\nlinjer\",\"publisher\"")
            + ",{\"@type\":\"Breadcrumb";
    return page(
        s,
        "<title>"
            + s.headline()
            + "</title><script type='application/ld+json'>//<![CDATA[\n"
            + graph
            + "\n//]]></script>",
        "<div class=wrapper><h1>"
            + s.headline()
            + "</h1><p><b>"
            + s.lead()
            + "</b></p>"
            + body(
                s,
                in("h4"),
                in("p"),
                NordicPages::figure,
                "<script>document.write('<p>fremmed skript</p>')</script>")
            + "</div>");
  }

  /**
   * A long read: sections of their own, pictures over the whole width between them, pulled quotes.
   */
  static String sections(Story s) {
    StringBuilder out = new StringBuilder();
    for (Story.Section section : s.sections()) {
      out.append("<section class=chapter><div class=inner>");
      if (section.heading() != null) {
        out.append("<h2>").append(section.heading()).append("</h2>");
      }
      for (String text : section.paragraphs()) {
        out.append("<p>").append(text).append("</p>");
      }
      out.append("</div></section>\n<div class=full-bleed>")
          .append(section.heading() == null ? figure(s.pictures().get(1)) : "")
          .append("</div>");
    }
    out.append("<aside class=pullquote><p>")
        .append(s.sections().get(1).paragraphs().get(2))
        .append("</p></aside>");
    return page(
        s,
        title(s) + "<script type=application/ld+json>" + ld(s, "Article") + "</script>",
        "<div class=longread><div class=cover><h1>"
            + s.headline()
            + "</h1><p class=deck>"
            + s.lead()
            + "</p></div>"
            + out
            + "</div><div class=readnext><h2>Les videre fremmed</h2>"
            + TEASERS
            + "</div>");
  }

  /** A banner with more text than the article's first screen, before everything. */
  static String consentFirst(Story s) {
    return page(
        s,
        title(s) + "<script type=application/ld+json>" + ld(s, "NewsArticle") + "</script>",
        "<div id=cookie-consent role=dialog><h2>Vi verner om personvernet fremmed</h2><p>"
            + (COOKIES + " ").repeat(12)
            + "</p><p>"
            + (COOKIES + " ").repeat(8)
            + "</p></div>"
            + NAV
            + "<div class=artikkel><h1>"
            + s.headline()
            + "</h1><p class=lead>"
            + s.lead()
            + "</p>"
            + figure(s.pictures().get(0))
            + body(
                s,
                in("h2"),
                in("p"),
                NordicPages::figure,
                "<p>"
                    + word(
                        s,
                        "Saken fortsetter under annonsen",
                        "Artikeln fortsätter under annonsen",
                        "Story continues below advertisement")
                    + "</p><div class=ad-slot>Fremmed annonse</div>")
            + "</div>");
  }

  /** The outlet's name is the main heading, the article's heading the second. */
  static String secondHeading(Story s) {
    return page(
        s,
        "<title>" + s.headline() + " :: " + s.outlet() + "</title>",
        "<h1 class=logo><a href=/>"
            + s.outlet()
            + "</a></h1>"
            + NAV
            + "<div class=saken><h2>"
            + s.headline()
            + "</h2><p class=tekst-ingress>"
            + s.lead()
            + "</p><p class=forfatter>"
            + word(s, "Tekst: ", "Text: ", "By ")
            + authors(s)
            + "</p><p class=tid>"
            + s.published().substring(8, 10).replaceFirst("^0", "")
            + ". "
            + month(s, s.published())
            + " "
            + s.published().substring(0, 4)
            + " kl. "
            + clock(s.published()).replace(':', '.')
            + "</p>"
            + body(
                s,
                in("h3"),
                in("p"),
                p -> "<p class=bildetekst>" + p.caption() + " " + p.credit() + "</p>",
                "")
            + "</div>");
  }

  /** Headings are bold paragraphs; captions plain ones, told by their credit alone. */
  static String boldHeadings(Story s) {
    return page(
        s,
        title(s) + "<meta name=pubdate content=\"" + s.published() + "\">",
        "<div class=container><div class=row><div class=col-8><h1>"
            + s.headline()
            + "</h1><p><strong>"
            + s.lead()
            + "</strong></p>"
            + body(
                s,
                text -> "<p><strong>" + text + "</strong></p>",
                in("p"),
                p -> "<p>" + p.caption() + " " + p.credit() + "</p>",
                "")
            + "</div><div class=col-4><h4>Siste fremmede saker</h4>"
            + TEASERS
            + "</div></div></div>");
  }

  /** The body stands in two siblings with an advertisement between them. */
  static String splitBody(Story s) {
    String[] halves = body(s, in("h2"), in("p"), NordicPages::figure, "\u0000").split("\u0000");
    return page(
        s,
        title(s) + "<script type=application/ld+json>" + ld(s, "NewsArticle") + "</script>",
        "<main><article><h1>"
            + s.headline()
            + "</h1><div class=summary><p>"
            + s.lead()
            + "</p></div><div class=chunk>"
            + halves[0]
            + "</div><div class=advertisement><p>Fremmed reklame for noe som ingen trenger, men som"
            + " mange likevel vil ha i huset.</p></div><div class=chunk>"
            + halves[1]
            + "</div></article></main>");
  }

  /** Paragraphs are bare divs, and a script leaves empty ones. */
  static String noParagraphs(Story s) {
    return page(
        s,
        title(s) + "<meta name=date content=\"" + s.published() + "\">",
        "<div id=root><div><div>"
            + NAV
            + "</div><div><div><h1>"
            + s.headline()
            + "</h1></div><div>"
            + s.lead()
            + "</div><div></div>"
            + body(s, in("h2"), in("div"), NordicPages::figure, "<div>&nbsp;</div>")
            + "</div></div></div>");
  }

  /** More text in the comments than in the article. */
  static String commentsBelow(Story s) {
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      comments
          .append("<div class=kommentar><b>Fremmed leser</b><p>Dette er en fremmed mening nummer ")
          .append(i)
          .append(
              ", og den er både lang, sint og full av komma, slik meninger ofte er, og den slutter"
                  + " aldri før den må.</p></div>");
    }
    return page(
        s,
        title(s) + "<script type=application/ld+json>" + ld(s, "NewsArticle") + "</script>",
        "<article><h1>"
            + s.headline()
            + "</h1><p class=ingress>"
            + s.lead()
            + "</p>"
            + body(s, in("h2"), in("p"), NordicPages::figure, "")
            + "</article><section class=kommentarfelt><h2>Kommentarer fremmed</h2>"
            + comments
            + "</section>");
  }

  /** All pages, by name of template and language. */
  static Map<String, Map.Entry<Story, String>> all() {
    Map<String, Map.Entry<Story, String>> pages = new LinkedHashMap<>();
    templates()
        .forEach(
            (name, template) -> {
              for (Story story : Story.ALL) {
                pages.put(
                    name + "-" + story.language().toLowerCase(Locale.ROOT),
                    Map.entry(story, template.apply(story)));
              }
            });
    return pages;
  }

  /** Whether the page tells when the article was updated. */
  static boolean tellsUpdated(String page) {
    return List.of(
            "linked",
            "classes",
            "time",
            "hashed",
            "weblog",
            "amp",
            "microdata",
            "broken",
            "sections",
            "consent",
            "split",
            "comments")
        .stream()
        .anyMatch(page::startsWith);
  }

  /** Whether the page tells who wrote the article. */
  static boolean tellsAuthors(String page) {
    return !page.startsWith("bold") && !page.startsWith("no-par");
  }
}
