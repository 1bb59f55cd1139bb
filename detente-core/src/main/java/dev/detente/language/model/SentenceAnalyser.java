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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotates sentences that are cut into words: part of speech, features, lemma, tree, names and,
 * with weights that give them, marks of statements and events.
 *
 * <p>Every sentence goes through the network alone. The weights are 8-bit, and their products
 * depend on the range of values in a run; a sentence by itself therefore gets the same annotation
 * whatever stands beside it and however many threads are at work. Safe for use by any number of
 * threads at once; close it when done. Time is linear in the number of words.
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

  private static final String FEATURE_SCORES = "featScores";
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
                ByteBuffer.allocateDirect(4 * LONGEST * composition.size())
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
    if (markReader != null && !session.getOutputNames().contains("marks")) {
      throw new IOException("labels.txt has marks, but the network gives none");
    }
    if (!inventory.genders.isEmpty() && !session.getOutputNames().contains(FEATURE_SCORES)) {
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
   * Annotates sentences one by one.
   *
   * @param sentences each with at least one word
   * @param language as below
   * @return as many sentences, in the same order
   */
  public List<Sentence> analyse(List<TokenizedSentence> sentences, String language) {
    List<Sentence> out = new ArrayList<>(sentences.size());
    for (TokenizedSentence sentence : sentences) {
      out.add(analyse(sentence, language));
    }
    return out;
  }

  /**
   * Annotates a sentence.
   *
   * @param sentence at least one word
   * @param language {@code nb}, {@code nn}, {@code en}, {@code da}, {@code sv}; any other is read
   *     as {@code nb}
   */
  public Sentence analyse(TokenizedSentence sentence, String language) {
    List<String> forms = sentence.forms();
    List<Word> words = new ArrayList<>(forms.size());
    int firstRoot = -1;
    for (int from = 0; from < forms.size(); ) {
      int to = pieceEnd(forms, from);
      firstRoot =
          analysePiece(
              forms.subList(from, to),
              sentence.spans().subList(from, to),
              language,
              words,
              firstRoot);
      from = to;
    }
    return new Sentence(words, sentence.passage());
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

  private int analysePiece(
      List<String> forms, List<Span> spans, String language, List<Word> words, int firstRoot) {
    int n = forms.size();
    FloatBuffer x = buffers.get();
    x.clear();
    for (String form : forms) {
      x.put(composition.vector(form));
    }
    x.flip();
    long treebank = TREEBANKS.getOrDefault(language, 0);
    try (OnnxTensor vectors =
            OnnxTensor.createTensor(environment, x, new long[] {n, composition.size()});
        OnnxTensor row =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(new long[] {treebank}), new long[] {1});
        OrtSession.Result result = session.run(Map.of("x", vectors, "treebank", row))) {
      long[] upos = (long[]) value(result, "upos");
      long[] feats = (long[]) value(result, "feats");
      long[] scripts = (long[]) value(result, "script");
      int[] heads = ints((long[]) value(result, "head"));
      int[] relations = ints((long[]) value(result, "rel"));
      String[] names = nameDecoder.decode((float[][]) value(result, "names"));
      repair(heads, relations, result);
      float[][] marks = markReader == null ? null : (float[][]) value(result, "marks");

      float[] featureScores = null;
      int base = words.size();
      int root = 0;
      for (int i = 0; i < n; i++) {
        if (heads[i] == 0) {
          root = base + i;
        }
      }
      for (int i = 0; i < n; i++) {
        boolean top = heads[i] == 0;
        int head = top ? firstRoot : base + heads[i] - 1;
        String deprel = !top ? inventory.relations.get(relations[i]) : firstRoot < 0 ? ROOT : PIECE;
        String form = forms.get(i);
        String lemma = inventory.scripts.get((int) scripts[i]).apply(form);
        String partOfSpeech = inventory.upos.get((int) upos[i]);
        int features = (int) feats[i];
        if (genders.doubts(language, partOfSpeech, features)) {
          if (featureScores == null) {
            featureScores = floats(result, FEATURE_SCORES);
          }
          int offset = i * inventory.feats.size();
          features = genders.choose(language, lemma, features, featureScores, offset);
        }
        words.add(
            new Word(
                form,
                lemma,
                partOfSpeech,
                inventory.feats.get(features),
                head,
                deprel,
                names[i],
                spans.get(i),
                markReader == null || marks == null ? Marks.NONE : markReader.marks(marks[i])));
      }
      return firstRoot < 0 ? root : firstRoot;
    } catch (OrtException e) {
      throw new DetenteException(
          "DET-0352",
          "The language model failed on a sentence of "
              + n
              + " words that begins with \""
              + abbreviated(forms.get(0))
              + "\": "
              + e.getMessage(),
          e);
    }
  }

  /** Makes the heads a tree with one root, and the relations fit the new heads. */
  private void repair(int[] heads, int[] relations, OrtSession.Result result) throws OrtException {
    int[] tree = heads;
    if (!TreeDecoder.isTree(heads)) {
      tree = TreeDecoder.bestTree((float[][]) value(result, "arcs"));
    }
    float[][] dependent = null;
    float[][] head = null;
    for (int i = 0; i < heads.length; i++) {
      boolean changed = tree[i] != heads[i];
      if (tree[i] != 0 && (changed || relations[i] == rootRelation)) {
        if (dependent == null || head == null) {
          dependent = (float[][]) value(result, "relDep");
          head = (float[][]) value(result, "relHead");
        }
        relations[i] = bestRelation(dependent[i], head[tree[i]]);
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

  private static Object value(OrtSession.Result result, String name) throws OrtException {
    return result
        .get(name)
        .orElseThrow(() -> new IllegalStateException("the model has no output " + name))
        .getValue();
  }

  /** The values of an output, row by row. */
  private static float[] floats(OrtSession.Result result, String name) {
    FloatBuffer buffer =
        ((OnnxTensor)
                result
                    .get(name)
                    .orElseThrow(
                        () -> new IllegalStateException("the model has no output " + name)))
            .getFloatBuffer();
    float[] out = new float[buffer.remaining()];
    buffer.get(out);
    return out;
  }

  private static int[] ints(long[] values) {
    int[] out = new int[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) values[i];
    }
    return out;
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
