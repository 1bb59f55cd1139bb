package dev.detente.language.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.detente.article.DetenteException;
import dev.detente.article.Span;
import dev.detente.language.Marks;
import dev.detente.language.Sentence;
import dev.detente.language.TokenizedSentence;
import dev.detente.language.Word;
import dev.detente.language.model.Matrices.Matrix;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Annotates sentences that are cut into words: part of speech, features, lemma, tree, names and,
 * with weights that give them, marks of statements and events.
 *
 * <p>Sentences of one call go through the network several at a time ({@link Batch}). The weights
 * are 8-bit, and their products depend on the range of values in a run, so that a sentence may come
 * out a trace different beside others; the same call always gives the same annotation, however many
 * threads are at work. Safe for use by any number of threads at once; close it when done. Time is
 * linear in the number of words.
 */
public final class SentenceAnalyser implements AutoCloseable {
  /**
   * A longer sentence is analysed in pieces of at most this many words, tied together by {@code
   * parataxis}.
   */
  public static final int LONGEST = 150;

  /** Rows of the treebank embedding; Danish and Swedish are read as if they were Bokmål. */
  private static final Map<String, Integer> TREEBANKS =
      Map.of("nb", 0, "nn", 1, "en", 3, "da", 0, "sv", 0);

  private static final String ROOT = "root";
  private static final String PIECE = "parataxis";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Inventory inventory;
  private final WordComposition composition;
  private final NameDecoder nameDecoder;
  private final NounGenders genders;

  /** Null when the network gives no marks. */
  private final @Nullable MarkReader markReader;

  private final Matrix relation;
  private final Matrix relationBias;
  private final int rootRelation;
  private final ThreadLocal<FloatBuffer> buffers;

  private SentenceAnalyser(Source files) throws IOException, OrtException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(files.open("labels.txt"), StandardCharsets.UTF_8))) {
      inventory = Inventory.read(reader);
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(files.open("words.bin"), 1 << 16))) {
      Matrices matrices = Matrices.read(in);
      composition = new WordComposition(inventory.words, matrices);
      relation = matrices.get("rel", inventory.relations.size());
      relationBias = matrices.get("relBias", 1);
    }
    nameDecoder = new NameDecoder(inventory.names);
    genders = new NounGenders(inventory.genders, inventory.feats);
    markReader = inventory.marks.isEmpty() ? null : new MarkReader(inventory.marks);
    rootRelation = inventory.relations.indexOf(ROOT);
    buffers =
        ThreadLocal.withInitial(
            () ->
                ByteBuffer.allocateDirect(4 * Batch.MOST_WORDS * composition.size())
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer());
    environment = OrtEnvironment.getEnvironment();
    try (InputStream in = files.open("encoder.onnx");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(in.readAllBytes(), options);
    }
    if (markReader != null && !session.getOutputNames().contains(Scores.MARKS)) {
      throw new IOException("labels.txt has marks, but the network gives none");
    }
    if (!inventory.genders.isEmpty() && !session.getOutputNames().contains(Scores.FEATURES)) {
      throw new IOException("labels.txt has genders, but the network gives no scores of features");
    }
  }

  /** Where the three files of a model come from. */
  private interface Source {
    InputStream open(String name) throws IOException;
  }

  /**
   * The model that comes with Detente.
   *
   * @throws DetenteException {@code DET-0351} if its files are missing or damaged
   */
  public static SentenceAnalyser load() {
    return from("the class path", SentenceAnalyser::resource);
  }

  /**
   * A model of one's own: a directory written by {@code training/export.py}.
   *
   * @throws DetenteException {@code DET-0351} if its files are missing or damaged
   */
  public static SentenceAnalyser open(Path directory) {
    return from(directory.toString(), name -> Files.newInputStream(directory.resolve(name)));
  }

  private static SentenceAnalyser from(String place, Source files) {
    try {
      return new SentenceAnalyser(files);
    } catch (IOException | OrtException | IllegalArgumentException e) {
      throw unreadable(place, e);
    }
  }

  private static DetenteException unreadable(String place, Exception e) {
    return new DetenteException(
        "DET-0351",
        "The language model could not be loaded from "
            + place
            + ": "
            + e.getMessage()
            + ". Reinstall Detente, or export the model again (training/README.md).",
        e);
  }

  /** The name of the weights: {@code nb-nn-en 1}. */
  public String version() {
    return inventory.version;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = SentenceAnalyser.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name);
    }
    return in;
  }

  /**
   * Annotates sentences.
   *
   * @param sentences each with at least one word
   * @param language {@code nb}, {@code nn}, {@code en}, {@code da}, {@code sv}; any other is read
   *     as {@code nb}
   * @return as many sentences, in the same order
   */
  public List<Sentence> analyse(List<TokenizedSentence> sentences, String language) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      List<String> forms = sentences.get(i).forms();
      for (int from = 0; from < forms.size(); ) {
        int to = pieceEnd(forms, from);
        List<Span> spans = sentences.get(i).spans().subList(from, to);
        pieces.add(new Piece(i, forms.subList(from, to), spans));
        from = to;
      }
    }
    Map<Piece, List<Word>> read = new IdentityHashMap<>();
    for (Batch batch : Batch.of(pieces)) {
      annotate(batch, language, read);
    }
    List<Sentence> out = new ArrayList<>(sentences.size());
    int next = 0;
    for (int i = 0; i < sentences.size(); i++) {
      List<Word> words = new ArrayList<>(sentences.get(i).forms().size());
      for (; next < pieces.size() && pieces.get(next).sentence() == i; next++) {
        join(words, Objects.requireNonNull(read.get(pieces.get(next))));
      }
      out.add(new Sentence(words, sentences.get(i).passage()));
    }
    return out;
  }

  /** Annotates a sentence of at least one word; language as above. */
  public Sentence analyse(TokenizedSentence sentence, String language) {
    return analyse(List.of(sentence), language).get(0);
  }

  /** Where the piece that starts here ends: preferably after punctuation in its second half. */
  private static int pieceEnd(List<String> forms, int from) {
    int limit = from + LONGEST;
    if (forms.size() <= limit) {
      return forms.size();
    }
    for (int to = limit; to > from + LONGEST / 2; to--) {
      String form = forms.get(to - 1);
      if (form.length() == 1 && !Character.isLetterOrDigit(form.charAt(0))) {
        return to;
      }
    }
    return limit;
  }

  /** Adds the words of a sentence's next piece, whose root hangs on the root of the first. */
  private static void join(List<Word> words, List<Word> piece) {
    if (words.isEmpty()) {
      words.addAll(piece);
      return;
    }
    int base = words.size();
    int root = 0;
    while (words.get(root).head() >= 0) {
      root++;
    }
    for (Word word : piece) {
      boolean top = word.head() < 0;
      words.add(
          new Word(
              word.form(),
              word.lemma(),
              word.upos(),
              word.feats(),
              top ? root : base + word.head(),
              top ? PIECE : word.deprel(),
              word.name(),
              word.span(),
              word.marks()));
    }
  }

  /** Annotates the pieces of a batch; heads are counted within a piece. */
  private void annotate(Batch batch, String language, Map<Piece, List<Word>> read) {
    FloatBuffer x = buffers.get();
    x.clear();
    for (Piece piece : batch.pieces()) {
      for (String form : piece.forms()) {
        x.put(composition.vector(form));
      }
    }
    x.flip();
    long[] row = {TREEBANKS.getOrDefault(language, 0)};
    try (OnnxTensor vectors =
            OnnxTensor.createTensor(
                environment, x, new long[] {batch.words(), composition.size()});
        OnnxTensor treebank = tensor(row, 1);
        OnnxTensor place = tensor(batch.place(), batch.longest(), batch.pieces().size());
        OnnxTensor rows = tensor(batch.row(), batch.words());
        OnnxTensor lengths = tensor(batch.lengths(), batch.pieces().size());
        OrtSession.Result result =
            session.run(
                Map.of(
                    "x", vectors,
                    "treebank", treebank,
                    "place", place,
                    "row", rows,
                    "lengths", lengths))) {
      Scores scores = new Scores(result, markReader != null);
      int first = 0;
      for (Piece piece : batch.pieces()) {
        read.put(piece, words(piece, first, language, scores));
        first += piece.forms().size();
      }
    } catch (OrtException e) {
      throw new DetenteException(
          "DET-0352",
          "The language model failed on "
              + batch.words()
              + " words that begin with \""
              + abbreviated(batch.pieces().get(0).forms().get(0))
              + "\": "
              + e.getMessage(),
          e);
    }
  }

  private OnnxTensor tensor(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** The words of a piece whose first word has this number in the batch. */
  private List<Word> words(Piece piece, int first, String language, Scores scores)
      throws OrtException {
    int n = piece.forms().size();
    int[] heads = new int[n];
    int[] relations = new int[n];
    for (int i = 0; i < n; i++) {
      int head = (int) scores.heads[first + i];
      heads[i] = head == 0 ? 0 : head - first;
      relations[i] = (int) scores.relations[first + i];
    }
    repair(heads, relations, first, scores);
    String[] names = nameDecoder.decode(Arrays.copyOfRange(scores.names, first, first + n));
    List<Word> words = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      String form = piece.forms().get(i);
      String lemma = inventory.scripts.get((int) scores.scripts[first + i]).apply(form);
      String partOfSpeech = inventory.upos.get((int) scores.upos[first + i]);
      int features = (int) scores.feats[first + i];
      if (genders.doubts(language, partOfSpeech, features)) {
        int offset = (first + i) * inventory.feats.size();
        features = genders.choose(language, lemma, features, scores.features(), offset);
      }
      words.add(
          new Word(
              form,
              lemma,
              partOfSpeech,
              inventory.feats.get(features),
              heads[i] - 1,
              heads[i] == 0 ? ROOT : inventory.relations.get(relations[i]),
              names[i],
              piece.spans().get(i),
              markReader == null ? Marks.NONE : markReader.marks(scores.marks[first + i])));
    }
    return words;
  }

  /** Makes the heads a tree with one root, and the relations fit the new heads. */
  private void repair(int[] heads, int[] relations, int first, Scores scores) throws OrtException {
    int[] tree = heads;
    if (!TreeDecoder.isTree(heads)) {
      tree = TreeDecoder.bestTree(scores.arcs(first, heads.length));
    }
    float[][] dependents = null;
    float[][] governors = null;
    for (int i = 0; i < heads.length; i++) {
      boolean changed = tree[i] != heads[i];
      if (tree[i] != 0 && (changed || relations[i] == rootRelation)) {
        if (dependents == null || governors == null) {
          dependents = scores.dependents();
          governors = scores.governors();
        }
        relations[i] = bestRelation(dependents[first + i], governors[first + tree[i]]);
      }
      heads[i] = tree[i];
    }
  }

  private int bestRelation(float[] dependent, float[] head) {
    float[] hidden = new float[dependent.length];
    for (int j = 0; j < hidden.length; j++) {
      hidden[j] = WordComposition.gelu(dependent[j] + head[j]);
    }
    float[] bias = new float[relation.rows];
    relationBias.addRow(0, 1, bias, 0);
    int best = -1;
    double highest = 0;
    for (int r = 0; r < relation.rows; r++) {
      double score = relation.dot(r, hidden) + bias[r];
      if (r != rootRelation && (best < 0 || score > highest)) {
        best = r;
        highest = score;
      }
    }
    return best;
  }

  private static String abbreviated(String form) {
    return form.length() <= 40 ? form : form.substring(0, 40) + "...";
  }

  /** Frees the network. No other method may be called afterwards or at the same time. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new DetenteException("DET-0352", "The language model could not be closed", e);
    }
  }
}
