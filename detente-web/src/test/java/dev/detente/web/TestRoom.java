package dev.detente.web;

import dev.detente.article.Article;
import dev.detente.article.ArticleText;
import dev.detente.codebook.Codebook;
import dev.detente.language.AnalysedArticle;
import dev.detente.language.analyser.ArticleAnalyser;
import dev.detente.ledger.Adding;
import dev.detente.ledger.Ledger;
import dev.detente.ledger.store.CodedArticle;
import dev.detente.reading.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Ledgers of a few articles, and rooms over them as programs see them. */
final class TestRoom implements AutoCloseable {
  static final String TOKEN = "key-of-the-test";
  static final LocalDateTime NOW = LocalDateTime.of(2031, 4, 1, 0, 0);

  static final List<Article> ARTICLES =
      List.of(
          article(
              "nb-1",
              "nb",
              "2031-03-14",
              "https://avis.example/nb-1?utm_source=x#top",
              "Island krever erstatning\n\nStatsminister Birna Hallsdóttir krever at Norge betaler"
                  + " for skadene. Utenriksminister Ragnhild Tveitane avviser kravet."),
          article(
              "nn-1",
              "nn",
              "2031-03-15",
              null,
              "Noreg nektar\n\nUtanriksminister Ragnhild Tveitane seier at Noreg ikkje vil betale."
                  + " – Vi har ingenting å orsake, seier ho."),
          article(
              "en-1",
              "en",
              "2031-03-16",
              "https://paper.example/en-1",
              "Talks in Tórshavn\n\nIceland's prime minister met her Norwegian counterpart on"
                  + " Sunday. \"We had a good talk,\" said Birna Hallsdóttir."),
          article(
              "en-2",
              "en",
              null,
              null,
              "Sanctions\n\nIceland has imposed sanctions on Norway. Norway's foreign minister,"
                  + " Ragnhild Tveitane, condemned the sanctions and denied that boats had been"
                  + " seized."));

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Path made;
  private static List<CodedArticle> coded;

  final ReadingRoom room;
  final String origin;

  TestRoom(Ledger ledger, RoomSettings settings) {
    room = new ReadingRoom(ledger, settings);
    origin = room.url().substring(0, room.url().indexOf("/?"));
  }

  static RoomSettings settings() {
    return RoomSettings.local(0, TOKEN, "test").withBehind(0);
  }

  static Article article(String id, String language, String published, String url, String text) {
    return new Article(
        id, language, published, "Kystposten", url, null, ArticleText.of(text), List.of());
  }

  /** The articles, read; once for all tests. */
  static synchronized List<CodedArticle> coded() {
    if (coded == null) {
      Codebook codebook = Codebook.bundled();
      List<CodedArticle> read = new ArrayList<>();
      try (ArticleAnalyser analyser = ArticleAnalyser.load(codebook)) {
        ArticleReader reader = new ArticleReader(codebook);
        for (Article article : ARTICLES) {
          AnalysedArticle analysed = analyser.analyse(article);
          read.add(CodedArticle.of(reader.read(analysed), analysed, "m", "c"));
        }
      }
      coded = read;
    }
    return coded;
  }

  /** A ledger of its own with all articles. */
  static Path ledger(Path folder) {
    List<CodedArticle> read = coded();
    try {
      synchronized (TestRoom.class) {
        if (made == null) {
          Path first = Files.createTempDirectory("detente-room").resolve("made.duckdb");
          try (Ledger ledger = Ledger.write(first)) {
            Adding adding = ledger.adding(Codebook.bundled());
            read.forEach(one -> adding.add(one, false, NOW));
            adding.commit(NOW);
          }
          made = first;
        }
      }
      Path file = folder.resolve("room.duckdb");
      Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks with the token. */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).header("Authorization", "Bearer " + TOKEN));
  }

  /** Sends with the token. */
  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A request without the token. */
  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", "en");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    HttpRequest built = request.build();
    try {
      try {
        return CLIENT.send(built, handler);
      } catch (IOException e) {
        // A kept connection that the server had closed while idle: clients ask again (RFC 9110).
        if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
          throw e;
        }
        return CLIENT.send(built, handler);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    room.close();
  }
}
