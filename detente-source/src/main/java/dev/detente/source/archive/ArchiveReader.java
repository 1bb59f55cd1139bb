package dev.detente.source.archive;

import dev.detente.article.DetenteException;
import dev.detente.source.http.ContentCodings;
import dev.detente.source.http.HeaderFields;
import dev.detente.source.http.Refusal;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a WARC (1.0, 1.1) or ARC file, plain, in gzip or Zstandard.
 *
 * <p>A record is handed on when the next one, or the end of the file or member, stands right behind
 * it and the checksum of its member holds. One that is broken is refused with its place, and
 * reading goes on at the next record that can be found. Memory is bounded by the bounds given, and
 * time is linear in the length of the file and what it expands to. Not thread-safe.
 */
public final class ArchiveReader implements Closeable {
  /** How much is expanded to get past something, before the next member is looked for instead. */
  private static final long PATIENCE = 128L << 20;

  private static final int LOOK = 1 << 13;
  private static final byte[] WARC = {'W', 'A', 'R', 'C', '/'};
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final String name;
  private final int blockLimit;
  private final int pageLimit;
  private final Bytes bytes;
  private final Members members;
  private final Expanded expanded;
  private final Rewinds rewinds = new Rewinds();
  private final Map<PassedOver, Long> passedOver = new EnumMap<>(PassedOver.class);
  private byte[] block = new byte[1 << 16];
  private int blockLength;

  /** How many records of the open member have begun. */
  private int within;

  private long recordOffset;
  private boolean arc;
  private boolean ended;

  /**
   * Opens an archive.
   *
   * @param in the file from {@code from.offset()} on; closed with this
   * @param name the file, for messages
   * @param pageLimit the most bytes of a page; a record may have twice as many
   * @param from where an earlier reader said to read on
   */
  public ArchiveReader(InputStream in, String name, int pageLimit, ArchiveMark from)
      throws IOException {
    this.name = name;
    this.pageLimit = pageLimit;
    this.blockLimit = pageLimit * 2;
    this.bytes = new Bytes(in, from.offset());
    this.members = members(bytes);
    this.expanded = new Expanded(members);
    for (int i = 0; i < from.within(); i++) {
      if (attempt().end) {
        ended = true;
        break;
      }
    }
    passedOver.clear();
  }

  /** Whether a file that begins with these bytes is an archive, as far as they tell. */
  public static boolean begins(byte[] start) {
    if (start.length < 16) {
      return false;
    }
    if (ZstdMembers.begins(start, 0) || isArchive(start, start.length)) {
      return true;
    }
    if (!GzipMembers.begins(start, 0)) {
      return false;
    }
    byte[] expanded = new byte[16];
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(start))) {
      return isArchive(expanded, gzip.readNBytes(expanded, 0, expanded.length));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isArchive(byte[] bytes, int length) {
    return RecordHeader.beginsWarc(bytes, 0, length)
        || new String(bytes, 0, length, StandardCharsets.ISO_8859_1).startsWith("filedesc:");
  }

  private static Members members(Bytes bytes) throws IOException {
    if (bytes.ensure(4)) {
      if (GzipMembers.begins(bytes.array(), bytes.from())) {
        return new GzipMembers(bytes);
      }
      if (ZstdMembers.begins(bytes.array(), bytes.from())) {
        return new ZstdMembers(bytes);
      }
    }
    return new PlainMembers(bytes);
  }

  /**
   * How many bytes of the file have been read, with those before the mark it was opened at. Other
   * threads that ask may be told an earlier figure.
   */
  public long position() {
    return bytes.position();
  }

  /** How many records have been passed over by rule, and why. */
  public Map<PassedOver, Long> passedOver() {
    return new EnumMap<>(passedOver);
  }

  /** The next page, or why a record is refused; null at the end of the file. */
  public @Nullable ArchiveEntry next() throws IOException {
    while (!ended) {
      Attempt attempt = attempt();
      if (attempt.end) {
        ended = true;
      } else if (attempt.failure != null || attempt.capture != null) {
        return new ArchiveEntry(attempt.capture, attempt.failure, mark());
      }
    }
    return null;
  }

  private ArchiveMark mark() throws IOException {
    if (members.plain()) {
      return new ArchiveMark(expanded.plainPosition(), 0);
    }
    return expanded.ahead(1) == 0
        ? new ArchiveMark(members.position(), 0)
        : new ArchiveMark(members.start(), within);
  }

  /** What came of one record. */
  private record Attempt(
      @Nullable Capture capture, @Nullable DetenteException failure, boolean end) {
    static final Attempt END = new Attempt(null, null, true);

    static Attempt of(@Nullable Capture capture) {
      return new Attempt(capture, null, false);
    }

    static Attempt refused(DetenteException failure) {
      return new Attempt(null, failure, false);
    }
  }

  private Attempt attempt() throws IOException {
    RecordHeader header;
    boolean whole;
    try {
      if (!toRecord()) {
        return Attempt.END;
      }
      within++;
      recordOffset = members.plain() ? expanded.plainPosition() : members.start();
      header = header();
      whole = readBlock(header);
    } catch (BrokenMember e) {
      recordOffset = e.offset();
      DetenteException failure = refused("DET-0121", String.valueOf(e.getMessage()), true);
      expanded.forget();
      members.resynchronise();
      return Attempt.refused(failure);
    } catch (Refusal e) {
      return Attempt.refused(lost(e));
    }
    // From here on the next record is in its place whatever is wrong with this one.
    try {
      return Attempt.of(capture(header, whole));
    } catch (Refusal e) {
      String at = header.url() == null ? "" : " (" + shown(header.url()) + ")";
      return Attempt.refused(refused(e.code(), "the page" + at + " " + e.reason(), false));
    }
  }

  private DetenteException lost(Refusal refusal) throws IOException {
    DetenteException failure = refused(refusal.code(), "the record " + refusal.reason(), true);
    try {
      scan();
    } catch (BrokenMember e) {
      expanded.forget();
      members.resynchronise();
    }
    return failure;
  }

  private DetenteException refused(String code, String what, boolean lost) {
    return new DetenteException(
        code,
        name
            + ", byte "
            + recordOffset
            + ": "
            + what
            + (lost ? "; it is left out and the next record looked for" : "; it is left out"));
  }

  private static String shown(String url) {
    return url.length() <= 200 ? url : url.substring(0, 200) + "…";
  }

  /** Moves to the first byte of a record; false at the end of the file. */
  private boolean toRecord() throws IOException {
    while (true) {
      skipNewlines();
      if (expanded.ahead(1) > 0) {
        return true;
      }
      if (!expanded.nextMember()) {
        return false;
      }
      within = 0;
    }
  }

  private void skipNewlines() throws IOException {
    while (expanded.ahead(1) > 0
        && (expanded.peek(0) == '\n' || expanded.peek(0) == '\r' || expanded.peek(0) == 0)) {
      expanded.advance(1);
    }
  }

  private RecordHeader header() throws IOException, Refusal {
    blockLength = 0;
    if (expanded.ahead(5) == 5
        && RecordHeader.beginsWarc(expanded.array(), expanded.from(), expanded.to())) {
      arc = false;
      try {
        return warcHeader();
      } catch (Refusal e) {
        // So that the next record is not sought where this one begins.
        expanded.advance(5);
        throw e;
      }
    }
    RecordHeader header = arcHeader();
    if (header == null) {
      expanded.advance(1);
      throw new Refusal("DET-0120", "is none: neither WARC nor ARC begins here");
    }
    arc = true;
    return header;
  }

  private RecordHeader warcHeader() throws IOException, Refusal {
    for (int look = 1 << 10; look <= RecordHeader.LIMIT; look *= 2) {
      int seen = expanded.ahead(look);
      int from = expanded.from();
      int end = HeaderFields.endOfHead(expanded.array(), from, from + seen);
      if (RecordHeader.hasWarcLine(expanded.array(), from + 5, end >= 0 ? end : from + seen)) {
        throw new Refusal("DET-0124", "ends inside its header, where another one begins");
      }
      if (end >= 0) {
        RecordHeader header = RecordHeader.ofWarc(expanded.array(), from, end);
        expanded.advance(end - from);
        return header;
      }
      if (seen < look) {
        throw new Refusal("DET-0124", "ends inside its header");
      }
    }
    throw new Refusal(
        "DET-0122", "has a header of more than " + (RecordHeader.LIMIT >> 10) + " KiB");
  }

  /** The ARC header that begins here, read past; null when there is none. */
  private @Nullable RecordHeader arcHeader() throws IOException {
    int length = arcLine();
    if (length < 0) {
      return null;
    }
    int from = expanded.from();
    RecordHeader header = RecordHeader.ofArc(expanded.array(), from, from + length);
    if (header != null) {
      expanded.advance(length + 1);
    }
    return header;
  }

  /** Bytes of the line that begins here, if it may be an ARC header; -1 else. */
  private int arcLine() throws IOException {
    int seen = expanded.ahead(16);
    if (!RecordHeader.begins(expanded.array(), expanded.from(), expanded.from() + seen)) {
      return -1;
    }
    seen = expanded.ahead(RecordHeader.LINE);
    for (int i = 0; i < seen; i++) {
      if (expanded.peek(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads the block and what stands between it and the next record; false when it is too long. */
  private boolean readBlock(RecordHeader header) throws IOException, Refusal {
    long wanted = header.length();
    int kept = (int) Math.min(wanted, blockLimit);
    while (blockLength < kept) {
      if (blockLength == block.length) {
        block = Arrays.copyOf(block, (int) Math.min(kept, block.length * 2L));
      }
      int read = expanded.read(block, blockLength, Math.min(kept, block.length) - blockLength);
      if (read < 0) {
        crossMember(wanted);
      } else {
        blockLength += read;
      }
    }
    if (wanted > kept && !skip(wanted - kept, wanted)) {
      return false;
    }
    boolean closed = closesRecord();
    skipNewlines();
    if (closed || expanded.ahead(1) == 0 || recordBegins() || endsInRecord()) {
      return wanted == kept;
    }
    rescan();
    throw new Refusal(
        "DET-0123", "has a Content-Length of " + wanted + ", but no record follows there");
  }

  /** Whether the four bytes stand here that end each WARC record. */
  private boolean closesRecord() throws IOException {
    return !arc
        && expanded.ahead(4) == 4
        && expanded.peek(0) == '\r'
        && expanded.peek(1) == '\n'
        && expanded.peek(2) == '\r'
        && expanded.peek(3) == '\n';
  }

  /** Goes on in the next member, where a record may not be put. */
  private void crossMember(long wanted) throws IOException, Refusal {
    if (members.plain() || !expanded.nextMember()) {
      long there = blockLength;
      rescan();
      throw new Refusal("DET-0124", "ends after " + there + " of its " + wanted + " bytes");
    }
    within = 0;
    if (recordBegins()) {
      long there = blockLength;
      blockLength = 0;
      throw new Refusal(
          "DET-0123", "has a Content-Length of " + wanted + ", but only " + there + " bytes");
    }
  }

  private boolean skip(long count, long wanted) throws IOException, Refusal {
    byte[] scratch = new byte[1 << 16];
    long left = count;
    while (left > 0) {
      if (!members.plain() && count - left > PATIENCE) {
        expanded.forget();
        members.resynchronise();
        return false;
      }
      int read = expanded.read(scratch, 0, (int) Math.min(left, scratch.length));
      if (read < 0) {
        crossMember(wanted);
      } else {
        left -= read;
      }
    }
    return true;
  }

  private boolean recordBegins() throws IOException {
    if (arc) {
      int length = arcLine();
      return length >= 0
          && RecordHeader.ofArc(expanded.array(), expanded.from(), expanded.from() + length)
              != null;
    }
    int seen = expanded.ahead(WARC.length);
    return RecordHeader.beginsWarc(expanded.array(), expanded.from(), expanded.from() + seen);
  }

  /** Whether the file ends inside the first word of a record. */
  private boolean endsInRecord() throws IOException {
    int seen = expanded.ahead(WARC.length);
    return !arc
        && seen < WARC.length
        && Arrays.equals(expanded.array(), expanded.from(), expanded.from() + seen, WARC, 0, seen);
  }

  /** Puts the block back, since a wrong length may have swallowed records. */
  private void rescan() {
    if (blockLength > 0 && rewinds.spend(blockLength, bytes.position())) {
      expanded.unread(block, blockLength);
    }
    blockLength = 0;
  }

  /** Moves to the next line that begins a record, in this member or at the start of another. */
  private void scan() throws IOException {
    if (expanded.ahead(5) > 0 && recordBegins()) {
      return;
    }
    long scanned = 0;
    while (true) {
      int seen = expanded.ahead(LOOK);
      if (seen == 0) {
        return;
      }
      byte[] array = expanded.array();
      int from = expanded.from();
      int at = 0;
      while (at < seen && array[from + at] != '\n') {
        at++;
      }
      scanned += at + 1L;
      expanded.advance(Math.min(seen, at + 1));
      if (at < seen && expanded.ahead(1) > 0 && recordBegins()) {
        return;
      }
      if (scanned > PATIENCE && !members.plain()) {
        expanded.forget();
        members.resynchronise();
        return;
      }
    }
  }

  private @Nullable Capture pass(PassedOver why) {
    passedOver.merge(why, 1L, Long::sum);
    return null;
  }

  private @Nullable Capture capture(RecordHeader header, boolean whole) throws Refusal {
    String url = header.url();
    switch (header.type()) {
      case "response", "resource", "conversion", RecordHeader.ARC -> {
        if (url == null || !isWeb(url)) {
          return pass(PassedOver.HOUSEKEEPING);
        }
      }
      case "revisit" -> {
        return pass(PassedOver.REVISIT);
      }
      case "continuation" -> {
        return pass(PassedOver.CONTINUATION);
      }
      default -> {
        return pass(PassedOver.HOUSEKEEPING);
      }
    }
    if (!startsHttp()) {
      return uncoded(header, whole);
    }
    int bodyStart = HeaderFields.endOfHead(block, 0, Math.min(blockLength, RecordHeader.LIMIT));
    if (bodyStart < 0) {
      if (blockLength >= RecordHeader.LIMIT) {
        throw new Refusal(
            "DET-0122", "has an HTTP header of more than " + (RecordHeader.LIMIT >> 10) + " KiB");
      }
      return pass(PassedOver.EMPTY);
    }
    HeaderFields http = HeaderFields.of(block, 0, bodyStart);
    if (!isStatusOk(http.firstLine())) {
      return pass(PassedOver.STATUS);
    }
    String type = http.first("content-type");
    if (!isPage(type, bodyStart)) {
      return pass(PassedOver.NOT_A_PAGE);
    }
    if (bodyStart == blockLength) {
      return pass(PassedOver.EMPTY);
    }
    if (!whole) {
      throw tooLong();
    }
    byte[] content =
        ContentCodings.decode(
            Arrays.copyOfRange(block, bodyStart, blockLength),
            http.all("content-encoding"),
            isChunked(http.all("transfer-encoding")),
            pageLimit);
    return content.length == 0
        ? pass(PassedOver.EMPTY)
        : new Capture(recordOffset, url, header.date(), type, true, content);
  }

  /** A record that holds the page itself and no answer of a server. */
  private @Nullable Capture uncoded(RecordHeader header, boolean whole) throws Refusal {
    boolean text =
        header.type().equals("conversion") && "text/plain".equals(mediaType(header.contentType()));
    if (!text && !isPage(header.contentType(), 0)) {
      return pass(PassedOver.NOT_A_PAGE);
    }
    if (blockLength == 0) {
      return pass(PassedOver.EMPTY);
    }
    if (!whole || blockLength > pageLimit) {
      throw tooLong();
    }
    return new Capture(
        recordOffset,
        header.url(),
        header.date(),
        header.contentType(),
        !text,
        Arrays.copyOf(block, blockLength));
  }

  private Refusal tooLong() {
    return new Refusal(
        "DET-0125",
        "is longer than " + (pageLimit >> 20) + " MiB, the most that one page may have");
  }

  private boolean startsHttp() {
    return blockLength >= 5
        && block[0] == 'H'
        && block[1] == 'T'
        && block[2] == 'T'
        && block[3] == 'P'
        && block[4] == '/';
  }

  private static boolean isWeb(String url) {
    String start = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private static boolean isStatusOk(String statusLine) {
    int space = statusLine.indexOf(' ');
    return space > 0
        && (statusLine.startsWith("200", space + 1) || statusLine.startsWith("203", space + 1));
  }

  private static boolean isChunked(List<String> values) {
    for (String value : values) {
      if (value.toLowerCase(Locale.ROOT).contains("chunked")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /** By what the server says; when it says nothing, by how the body begins. */
  private boolean isPage(@Nullable String contentType, int bodyStart) {
    String type = mediaType(contentType);
    if (type != null && !type.isEmpty() && !type.equals("no-type")) {
      return HTML.contains(type);
    }
    String start =
        new String(
                block,
                bodyStart,
                Math.min(200, blockLength - bodyStart),
                StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  @Override
  public void close() throws IOException {
    expanded.close();
  }
}
