package dev.detente.web.news;

import dev.detente.ledger.Finding;
import dev.detente.ledger.Fresh;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Findings as an Atom feed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class Atom {
  private static final String NEVER = "1970-01-01T00:00:00Z";
  private static final int TITLE = 80;

  private Atom() {}

  /**
   * A feed.
   *
   * @param id of the feed, an IRI
   * @param self where it is
   * @param origin of the room, whose pages the entries lead to
   */
  public static String feed(
      String id, String title, String self, List<Fresh> found, String origin) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      element(xml, "id", id);
      element(xml, "title", title);
      element(
          xml, "updated", found.stream().map(Atom::updated).max(String::compareTo).orElse(NEVER));
      link(xml, "self", self);
      element(xml, "generator", "Detente");
      for (Fresh fresh : found) {
        for (int i = 0; i < fresh.findings().size(); i++) {
          entry(xml, fresh, i, origin);
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private static String updated(Fresh fresh) {
    LocalDate day = fresh.findings().get(0).day();
    return day == null ? NEVER : day + "T00:00:00Z";
  }

  private static void entry(XMLStreamWriter xml, Fresh fresh, int index, String origin)
      throws XMLStreamException {
    Finding finding = fresh.findings().get(index);
    String words = finding.words().replaceAll("\\s+", " ");
    xml.writeStartElement("entry");
    element(xml, "id", "urn:detente-record:" + fresh.addresses().get(index));
    element(
        xml,
        "title",
        String.join(", ", finding.who())
            + (finding.who().isEmpty() ? "" : " ")
            + finding.what()
            + ": "
            + (words.length() > TITLE ? shortened(words) : words));
    element(xml, "updated", updated(fresh));
    xml.writeStartElement("author");
    String outlet = finding.outlet();
    element(xml, "name", outlet == null ? fresh.article().id() : outlet);
    xml.writeEndElement();
    link(xml, "alternate", origin + "/r/" + fresh.addresses().get(index));
    String url = fresh.article().url();
    if (url != null && url.matches("https?://\\S+")) {
      link(xml, "via", url);
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    language(xml, finding.language());
    xml.writeCharacters(plain(finding.words()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String shortened(String words) {
    int end = Character.isHighSurrogate(words.charAt(TITLE - 1)) ? TITLE - 1 : TITLE;
    return words.substring(0, end) + "…";
  }

  private static void language(XMLStreamWriter xml, @Nullable String language)
      throws XMLStreamException {
    if (language != null) {
      xml.writeAttribute("xml:lang", language);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeStartElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", plain(address));
    xml.writeEndElement();
  }

  /** Without the characters that XML cannot hold. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= ' ' && c < 0xD800)
                    || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
