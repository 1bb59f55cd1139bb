package dev.detente.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.detente.article.DetenteException;
import dev.detente.source.archive.ArchiveMark;
import dev.detente.source.archive.ArchiveReader;
import dev.detente.source.encoding.DecodedText;
import dev.detente.source.encoding.TextDecoder;
import dev.detente.source.fetch.Fetched;
import dev.detente.source.fetch.Fetcher;
import dev.detente.source.fetch.PoliteFetcher;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.page.PageReader;
import dev.detente.source.parquet.ParquetInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of files, folders, addresses and standard input, in the order given; folders in
 * order of their file names, with what lies in folders below.
 *
 * <p>Plain text ({@code .txt}) and web pages ({@code .html}, {@code .htm}) are one article a file;
 * {@code .jsonl} and {@code .ndjson} one a line; {@code .parquet} one a row; {@code .json} one
 * object or an array of them; CoNLL-U ({@code .conllu}) brings articles with their analysis; brat
 * ({@code .ann}) the text beside it with its annotations; any of them may be packed with gzip. Web
 * archives, agency files and feeds give all their articles. A file of any other name is read when
 * it is named itself, as JSON Lines when it begins with a brace, as a table, a page or an analysis
 * when it begins as one does. An address of http or https is fetched as its host allows, and a feed
 * there gives what it holds of its entries. What cannot be read is passed on as a failure in its
 * place, and the reading goes on. Not thread-safe.
 */
public final class ArticleSource {
  private static final int DEPTH = 64;

  /** What a page begins with; an article in plain text does not. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|article|main|meta|title|div|p|h1)\\b.*");

  /** What a news item or a feed begins with. */
  private static final Pattern XML =
      Pattern.compile(
          "(?is)(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!doctype[^>\\[]*(?:\\[.*?\\]\\s*)?>\\s*)*+"
              + "<(?:[a-z]\\w*:)?(?:nitf|newsitem|newsmessage|rss|feed|rdf)\\b.*");

  private static final Pattern JSON_FEED =
      Pattern.compile("^\\W{0,40}\\{[^\\[]*\"https:(?:\\\\?/){2}jsonfeed\\.org");

  /** What an analysis begins with: its comments, or the first word and its columns. */
  private static final Pattern ANALYSIS =
      Pattern.compile("(?:# ?(?:newdoc|newpar|sent_id|text =|global\\.columns)|1(?:-\\d+)?\\t).*");

  /** What begins as an address. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

  /** Counting these takes a second or two. */
  private static final long COUNTED_BYTES = 1L << 30;

  private final List<Input> inputs = new ArrayList<>();
  private final SourceOptions options;
  private final Metadata metadata;
  private final Limits limits;
  private final InputStream standardInput;
  private final ArchiveArticles archives;
  private Map<String, Checkpoint> reached = Map.of();
  private @Nullable ArticleSource parent;
  private @Nullable PageReader pages;
  private @Nullable PoliteFetcher fetcher;

  /** Bytes of the inputs before the one that is being read. */
  private volatile long bytesBefore;

  private volatile @Nullable ArchiveReader archive;

  /**
   * Lists the inputs; opens none but folders.
   *
   * @param arguments paths, addresses, or {@code -} for standard input
   */
  public ArticleSource(List<String> arguments, SourceOptions options, InputStream standardInput) {
    this.options = options;
    this.metadata = options.metadata();
    this.limits = options.limits();
    this.standardInput = standardInput;
    this.archives = new ArchiveArticles(this::pages, metadata);
    for (String argument : arguments) {
      list(argument);
    }
  }

  /** The inputs one by one, in order: each can be read by itself, and elsewhere. */
  public List<Part> parts() {
    return inputs.stream()
        .map(input -> new Part(input.name(), input.failure() == null ? input.format() : null))
        .toList();
  }

  /** A source of nothing, for its parts: see {@link #only}. */
  public ArticleSource(SourceOptions options) {
    this(List.of(), options, InputStream.nullInputStream());
  }

  /**
   * A part of a source, read with what this one has loaded and with its pauses between requests to
   * a host: of one source, one part is read at a time.
   */
  public ArticleSource only(Part part) {
    ArticleSource source = new ArticleSource(options);
    source.parent = this;
    source.take(part);
    return source;
  }

  private void take(Part part) {
    Path path = path(part.name());
    if (part.format() != null && path != null && Files.isRegularFile(path)) {
      inputs.add(new Input(path, part.name(), part.format(), null));
    } else {
      list(part.name());
    }
  }

  /**
   * How many articles there are, for a person who waits: lines of JSON Lines are counted by reading
   * the file once more. Empty when it cannot be told without parsing, or would take long.
   */
  public OptionalLong count() {
    long count = 0;
    long bytes = 0;
    for (Input input : inputs) {
      if (input.failure() != null
          || input.format() == InputFormat.TEXT
          || input.format() == InputFormat.PAGE) {
        count++;
        continue;
      }
      Path path = input.path();
      if (path == null) {
        return OptionalLong.empty();
      }
      try (InputStream in = open(input)) {
        bytes += Files.size(path);
        if (bytes > COUNTED_BYTES) {
          return OptionalLong.empty();
        }
        if (input.format() == InputFormat.JSON_LINES) {
          Lines lines = new Lines(in, 1 << 10);
          while (lines.next()) {
            count += lines.isBlank() ? 0 : 1;
          }
        } else if (input.format() == InputFormat.CONLLU
            || input.format() == InputFormat.PARQUET
            || input.format() == InputFormat.JSON && sniff(in) != InputFormat.JSON_LINES) {
          return OptionalLong.empty();
        } else {
          count++;
        }
      } catch (IOException e) {
        count++;
      }
    }
    return OptionalLong.of(count);
  }

  /** Whether everything brings its analysis along, as far as names tell. */
  public boolean isAnalysed() {
    return inputs.stream()
        .allMatch(input -> input.failure() != null || input.format() == InputFormat.CONLLU);
  }

  /**
   * Passes over what has been read before.
   *
   * @param reached by the name of the input
   */
  public void readOn(Map<String, Checkpoint> reached) {
    this.reached = Map.copyOf(reached);
  }

  /**
   * How many bytes all inputs have, for a person who waits for an archive; empty when none is an
   * archive or standard input is among them.
   */
  public OptionalLong bytes() {
    long bytes = 0;
    boolean any = false;
    for (Input input : inputs) {
      if (input.failure() == null && input.path() == null) {
        return OptionalLong.empty();
      }
      any |= input.format() == InputFormat.ARCHIVE;
      bytes += size(input);
    }
    return any ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  private static long size(Input input) {
    try {
      return input.path() == null || input.failure() != null ? 0 : Files.size(input.path());
    } catch (IOException e) {
      return 0;
    }
  }

  /** How many of those bytes have been read. May be asked by any thread. */
  public long bytesRead() {
    ArchiveReader open = archive;
    return bytesBefore + (open == null ? 0 : open.position());
  }

  /** What was read and passed over, for a person, when {@link #forEach} has ended. */
  public List<String> summary() {
    return archives.summary();
  }

  /** Reads everything, one article or failure after the other. */
  public void forEach(Consumer<Incoming> sink) {
    for (Input input : inputs) {
      if (input.failure() != null) {
        sink.accept(input.failure());
        continue;
      }
      if (input.address() != null) {
        readAddress(input, input.address(), sink);
        archive = null;
        continue;
      }
      try (InputStream in = open(input)) {
        InputFormat format = input.format() == null ? sniff(in) : input.format();
        if (format == InputFormat.ARCHIVE) {
          readArchive(input, in, sink);
        } else {
          read(format, input, in, countingOn(input, sink));
        }
      } catch (DetenteException e) {
        sink.accept(new Incoming(null, e));
      } catch (IOException e) {
        sink.accept(unreadable(input.name(), e));
      }
      archive = null;
      bytesBefore += size(input);
    }
  }

  /** Passes on what has not been read before, each with how far that is. */
  private Consumer<Incoming> countingOn(Input input, Consumer<Incoming> sink) {
    Checkpoint before = reached.get(input.name());
    long skip = before == null ? 0 : before.articles();
    long[] articles = {0};
    return incoming -> {
      if (++articles[0] > skip) {
        sink.accept(incoming.reaching(new Checkpoint(input.name(), articles[0], 0, 0)));
      }
    };
  }

  private void readArchive(Input input, InputStream in, Consumer<Incoming> sink)
      throws IOException {
    Checkpoint before = reached.get(input.name());
    ArchiveMark from =
        before == null ? ArchiveMark.START : new ArchiveMark(before.offset(), before.within());
    if (from.offset() > 0) {
      if (input.path() != null && Files.size(input.path()) < from.offset()) {
        throw new DetenteException(
            "DET-0127",
            input.name()
                + ": was read up to byte "
                + from.offset()
                + ", but has only "
                + Files.size(input.path())
                + "; is it another file? Give another --resume file, or delete this one");
      }
      in.skipNBytes(from.offset());
    }
    try (ArchiveReader reader =
        new ArchiveReader(in, input.name(), limits.bytesPerArticle(), from)) {
      archive = reader;
      Path path = input.path();
      archives.read(
          reader, input.name(), path == null ? null : path.getFileName().toString(), before, sink);
    }
  }

  private void readAddress(Input input, URI address, Consumer<Incoming> sink) {
    try {
      Fetched fetched = fetcher().fetchWhole(address);
      InputStream in = new BufferedInputStream(new ByteArrayInputStream(fetched.body()), 1 << 16);
      InputFormat format = input.format() == null ? sniff(in) : input.format();
      String type = String.valueOf(fetched.contentType()).toLowerCase(Locale.ROOT);
      if (input.format() == null && format == InputFormat.TEXT && type.contains("html")) {
        format = InputFormat.PAGE;
      }
      Consumer<Incoming> counted = countingOn(input, sink);
      Input answer = new Input(null, input.name(), format, null, fetched.address());
      switch (format) {
        case ARCHIVE -> readArchive(answer, in, sink);
        case PAGE ->
            counted.accept(
                PageArticles.read(pages(), fetched, input.name(), input.name(), metadata));
        case XML -> readXml(answer, in, HeaderFields.charset(fetched.contentType()), counted);
        default -> read(format, answer, in, counted);
      }
    } catch (DetenteException e) {
      sink.accept(new Incoming(null, e));
    } catch (IOException e) {
      sink.accept(unreadable(input.name(), e));
    }
  }

  private PoliteFetcher fetcher() {
    if (parent != null) {
      return parent.fetcher();
    }
    PoliteFetcher polite = fetcher;
    if (polite == null) {
      polite = new PoliteFetcher(new Fetcher(options.fetching()));
      fetcher = polite;
    }
    return polite;
  }

  private PageReader pages() {
    if (parent != null) {
      return parent.pages();
    }
    PageReader reader = pages;
    if (reader == null) {
      reader = PageReader.load(options.codebook());
      pages = reader;
    }
    return reader;
  }

  private void list(String argument) {
    if (argument.equals("-")) {
      inputs.add(new Input(null, "standard input", options.format(), null));
      return;
    }
    Path path;
    try {
      path = path(argument);
    } catch (InvalidPathException e) {
      // Some systems have no files of such names; patterns may have them.
      path = null;
    }
    if (path == null && ADDRESS.matcher(argument).matches()) {
      address(argument);
    } else if (path == null || Globs.isGlob(argument, path)) {
      expand(argument);
    } else if (Files.isDirectory(path)) {
      int before = inputs.size();
      walk(path, 0);
      if (inputs.size() == before) {
        fail(
            argument,
            "DET-0105",
            argument
                + ": a folder without articles; Detente reads .txt, .html, .htm, .jsonl, .ndjson,"
                + " .json, .parquet, .conllu, .ann, .xml, .warc and .arc files in it");
      }
    } else if (Files.notExists(path)) {
      fail(
          argument,
          "DET-0101",
          argument + ": no such file or folder; check the name, or give - for standard input");
    } else {
      InputFormat format = options.format();
      inputs.add(
          new Input(
              path,
              argument,
              format == null ? InputFormat.ofName(path.getFileName().toString()) : format,
              null));
    }
  }

  /** The file or folder of a name, whether it is there or not; null for addresses of others. */
  private @Nullable Path path(String name) {
    if (!ADDRESS.matcher(name).matches()) {
      return Path.of(name);
    }
    return WEB.matcher(name).matches() ? null : options.elsewhere().path(name);
  }

  private void address(String argument) {
    if (!WEB.matcher(argument).matches()) {
      fail(argument, "DET-0170", argument + ": is no address of http or https");
      return;
    }
    try {
      inputs.add(new Input(null, argument, options.format(), null, URI.create(argument)));
    } catch (IllegalArgumentException e) {
      fail(argument, "DET-0170", argument + ": is no address; write spaces in it as %20");
    }
  }

  private void expand(String glob) {
    List<Path> found;
    try {
      found = Globs.expand(glob, this::path);
    } catch (IOException e) {
      inputs.add(new Input(null, glob, null, unreadable(glob, e)));
      return;
    }
    if (found.isEmpty()) {
      fail(glob, "DET-0101", glob + ": no file matches; check the pattern");
    }
    for (Path path : found) {
      list(path.toString());
    }
  }

  private void walk(Path folder, int depth) {
    if (depth > DEPTH) {
      fail(
          folder.toString(),
          "DET-0102",
          folder + ": more than " + DEPTH + " folders deep; give the inner folder itself");
      return;
    }
    List<Path> entries;
    try (Stream<Path> stream = Files.list(folder)) {
      entries =
          stream.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    } catch (IOException e) {
      inputs.add(new Input(folder, folder.toString(), null, unreadable(folder.toString(), e)));
      return;
    }
    for (Path entry : entries) {
      if (entry.getFileName().toString().startsWith(".")) {
        continue;
      }
      if (InputFormat.ofName(entry.getFileName().toString()) == InputFormat.TEXT
          && entries.contains(besides(entry, ".ann"))) {
        // It comes with its annotations.
        continue;
      }
      if (InputFormat.ofName(entry.getFileName().toString()) == InputFormat.PARQUET
          && entries.contains(besides(entry, ".jsonl"))) {
        // The same once more: a cluster writes both.
        continue;
      }
      if (Files.isDirectory(entry)) {
        if (!Files.isSymbolicLink(entry)) {
          walk(entry, depth + 1);
        }
      } else if (InputFormat.ofName(entry.getFileName().toString()) != null) {
        inputs.add(
            new Input(
                entry, entry.toString(), InputFormat.ofName(entry.getFileName().toString()), null));
      }
    }
  }

  private void fail(String name, String code, String message) {
    inputs.add(new Input(null, name, null, Incoming.failed(code, message)));
  }

  private InputStream open(Input input) throws IOException {
    Path path = input.path();
    if (path == null) {
      return new BufferedInputStream(standardInput, 1 << 16);
    }
    InputStream file = Files.newInputStream(path);
    if (input.format() == InputFormat.ARCHIVE || !isPacked(path)) {
      return new BufferedInputStream(file, 1 << 16);
    }
    try {
      return new BufferedInputStream(new GZIPInputStream(file, 1 << 14), 1 << 16);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static boolean isPacked(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private void read(InputFormat format, Input input, InputStream in, Consumer<Incoming> sink)
      throws IOException {
    switch (format) {
      case TEXT -> readText(input, in, sink);
      case JSON_LINES -> readLines(input, in, sink);
      case JSON -> readJson(input, in, sink);
      case PAGE -> readPage(input, in, sink);
      case ARCHIVE -> readArchive(input, in, sink);
      case XML -> readXml(input, in, null, sink);
      case BRAT -> readAnnotated(input, in, sink);
      case CONLLU -> new ConlluArticles(input, metadata, limits, sink).read(in);
      case PARQUET -> readParquet(input, in, sink);
    }
  }

  /** An archive, JSON Lines or a page when it begins as one does, else text. */
  private static InputFormat sniff(InputStream in) throws IOException {
    in.mark(1 << 12);
    byte[] start = in.readNBytes(1 << 11);
    in.reset();
    if (ArchiveReader.begins(start)) {
      return InputFormat.ARCHIVE;
    }
    if (ParquetArticles.begins(start)) {
      return InputFormat.PARQUET;
    }
    String plain = new String(start, StandardCharsets.ISO_8859_1).replace("\0", "");
    int at = plain.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < plain.length() && (plain.charAt(at) <= ' ' || plain.charAt(at) >= 0xFE)) {
      at++;
    }
    if (at < plain.length() && plain.charAt(at) == '{') {
      return JSON_FEED.matcher(plain).find() ? InputFormat.JSON : InputFormat.JSON_LINES;
    }
    if (XML.matcher(plain).region(at, plain.length()).lookingAt()) {
      return InputFormat.XML;
    }
    if (ANALYSIS.matcher(plain).region(at, plain.length()).lookingAt()) {
      return InputFormat.CONLLU;
    }
    return PAGE.matcher(plain).region(at, plain.length()).lookingAt()
        ? InputFormat.PAGE
        : InputFormat.TEXT;
  }

  private void readText(Input input, InputStream in, Consumer<Incoming> sink) throws IOException {
    byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
    if (bytes.length > limits.bytesPerArticle()) {
      sink.accept(tooLong(input.name(), "the file"));
      return;
    }
    DecodedText text = TextDecoder.decodeText(bytes);
    if (text.isBinary()) {
      // Whatever it is, it is no text; strict decoding says where.
      Utf8.decode(bytes, bytes.length, input.name(), 1);
    }
    sink.accept(
        TextArticles.read(text.text(), input.name(), idOf(input, 1), metadata)
            .noticing(EncodingNotices.of(text, input.name(), false)));
  }

  /** The text beside a file of brat, with what the file says of it. */
  private void readAnnotated(Input input, InputStream in, Consumer<Incoming> sink)
      throws IOException {
    Path path = input.path();
    Path text = path == null ? null : besides(path, ".txt");
    if (text == null || !Files.exists(text)) {
      throw new DetenteException(
          "DET-0165", input.name() + ": no text beside it; give NAME.ann where NAME.txt is");
    }
    byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
    if (bytes.length > limits.bytesPerArticle()) {
      sink.accept(tooLong(input.name(), "the file"));
      return;
    }
    String ann = Utf8.decode(bytes, bytes.length, input.name(), 1);
    try (InputStream beside = Files.newInputStream(text)) {
      readText(
          new Input(text, text.toString(), InputFormat.TEXT, null),
          beside,
          incoming -> sink.accept(AnnotatedArticles.read(ann, incoming, input.name())));
    }
  }

  /** The file of the same name with another ending. */
  private static Path besides(Path path, String ending) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return path.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ending);
  }

  /** From a file as it is wanted, since its end comes first; from anywhere else as a whole. */
  private void readParquet(Input input, InputStream in, Consumer<Incoming> sink)
      throws IOException {
    ParquetArticles articles =
        new ParquetArticles(input.name(), ordinal -> idOf(input, ordinal), metadata, limits, sink);
    Path path = input.path();
    if (path != null && !isPacked(path)) {
      articles.read(ParquetInput.open(path));
      return;
    }
    byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
    if (bytes.length > limits.bytesPerArticle()) {
      sink.accept(tooLong(input.name(), "a table that is no file by itself"));
      return;
    }
    articles.read(ParquetInput.of(bytes));
  }

  private void readPage(Input input, InputStream in, Consumer<Incoming> sink) throws IOException {
    byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
    if (bytes.length > limits.bytesPerArticle()) {
      sink.accept(tooLong(input.name(), "the page"));
      return;
    }
    sink.accept(PageArticles.read(pages(), bytes, input.name(), idOf(input, 1), metadata));
  }

  private void readXml(
      Input input, InputStream in, @Nullable String declared, Consumer<Incoming> sink)
      throws IOException {
    byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
    if (bytes.length > limits.bytesPerArticle()) {
      sink.accept(tooLong(input.name(), "the file"));
      return;
    }
    DecodedText xml = TextDecoder.decodeMarkup(bytes, declared);
    ItemArticles.readXml(
        xml.text(), input.name(), ordinal -> idOf(input, ordinal), metadata, input.address(), sink);
  }

  private void readLines(Input input, InputStream in, Consumer<Incoming> sink) throws IOException {
    Lines lines = new Lines(in, limits.bytesPerArticle());
    long ordinal = 0;
    while (lines.next()) {
      String where = input.name() + ", line " + lines.number();
      if (lines.whole() > limits.bytesPerArticle()) {
        ordinal++;
        sink.accept(tooLong(where, "the line (" + (lines.whole() >> 20) + " MiB)"));
        continue;
      }
      if (lines.isBlank()) {
        continue;
      }
      ordinal++;
      try {
        String line = Utf8.decode(lines.bytes(), lines.length(), input.name(), lines.number());
        Incoming incoming = JsonArticles.ofLine(line, where, idOf(input, ordinal), metadata);
        if (incoming != null) {
          sink.accept(incoming);
        }
      } catch (DetenteException e) {
        sink.accept(new Incoming(null, e));
      }
    }
    if (ordinal == 0) {
      sink.accept(
          Incoming.failed("DET-0104", input.name() + ": empty; give one JSON object per line"));
    }
  }

  /** Read as a stream, so that an array may hold any number of articles. */
  private void readJson(Input input, InputStream in, Consumer<Incoming> sink) throws IOException {
    if (isJsonFeed(in)) {
      byte[] bytes = in.readNBytes(limits.bytesPerArticle() + 1);
      if (bytes.length > limits.bytesPerArticle()) {
        sink.accept(tooLong(input.name(), "the feed"));
        return;
      }
      ItemArticles.readJsonFeed(
          bytes, input.name(), ordinal -> idOf(input, ordinal), metadata, input.address(), sink);
      return;
    }
    long ordinal = 0;
    try (JsonParser parser = JsonArticles.JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        String where = input.name() + ", line " + line;
        if (token == JsonToken.START_OBJECT) {
          ordinal++;
          sink.accept(JsonArticles.ofObject(parser, where, idOf(input, ordinal), metadata));
        } else if (token.isScalarValue()) {
          ordinal++;
          sink.accept(JsonArticles.noObject(where));
        }
      }
    } catch (JsonProcessingException e) {
      sink.accept(JsonArticles.broken(e, input.name(), true));
      return;
    }
    if (ordinal == 0) {
      sink.accept(
          Incoming.failed("DET-0104", input.name() + ": empty; an article is {\"text\": \"...\"}"));
    }
  }

  private static boolean isJsonFeed(InputStream in) throws IOException {
    in.mark(1 << 12);
    byte[] start = in.readNBytes(1 << 11);
    in.reset();
    return JSON_FEED.matcher(new String(start, StandardCharsets.ISO_8859_1)).find();
  }

  private Incoming tooLong(String where, String what) {
    return Incoming.failed(
        "DET-0106",
        where
            + ": "
            + what
            + " is longer than "
            + limits.readable()
            + ", the most that one article may have; give one article per file or line");
  }

  private static Incoming unreadable(String name, IOException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof NoSuchFileException ? "it has gone" : e.getMessage();
    return Incoming.failed(
        "DET-0102", name + ": cannot be read (" + reason + "); check the file and its permissions");
  }

  private static @Nullable String idOf(Input input, long ordinal) {
    if (input.address() != null) {
      return ordinal == 1 ? input.name() : input.name() + "#" + ordinal;
    }
    return input.path() == null
        ? null
        : ArticleIds.ofFile(input.path().getFileName().toString(), ordinal);
  }
}
