package dev.detente.codebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.detente.article.DetenteException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of lexicons and rules: ours, as resources beside this class, with a user's own folder
 * laid over it.
 *
 * <p>A file of the user's folder replaces ours of the same name ({@code nb/cues.yaml}). Languages
 * without a folder of their own are read with the lexicons of the nearest one that has. Immutable
 * and thread-safe.
 */
public final class Codebook {
  private final @Nullable Path overlay;

  private Codebook(@Nullable Path overlay) {
    this.overlay = overlay;
  }

  /** The codebook as it comes with Detente. */
  public static Codebook bundled() {
    return new Codebook(null);
  }

  /** The bundled codebook with this folder laid over it. */
  public static Codebook overlaid(Path folder) {
    return new Codebook(folder);
  }

  /**
   * The lexicon folder used for a language: {@code nb} for Danish and Swedish, else the language's
   * own.
   */
  public static String folderOf(String language) {
    return switch (language) {
      case "nb", "nn", "en" -> language;
      default -> "nb";
    };
  }

  /**
   * A lexicon of a language: {@code lexicon("nn", "cues")} reads {@code nn/cues.yaml}; the nearest
   * language's ({@link #folderOf}) where the language has none of its own.
   *
   * @return the parsed file; a missing node when there is none
   * @throws DetenteException DET-0301 when the file is not YAML
   */
  public JsonNode lexicon(String language, String name) {
    return file(pathOf(language, name));
  }

  /**
   * Where {@link #lexicon} finds a lexicon: {@code da/cues.yaml} when Danish has cues of its own,
   * else {@code nb/cues.yaml}.
   */
  public String pathOf(String language, String name) {
    String own = language + "/" + name + ".yaml";
    return isOverlaid(own) || isBundled(own) ? own : folderOf(language) + "/" + name + ".yaml";
  }

  /** A YAML file by its path below the codebook folder; see {@link #lexicon}. */
  public JsonNode file(String path) {
    try (InputStream stream = open(path)) {
      return stream == null ? MissingNode.getInstance() : LocatedYaml.tree(stream);
    } catch (JsonProcessingException e) {
      throw notYaml(path, e);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private DetenteException notYaml(String path, JsonProcessingException e) {
    return new DetenteException(
        "DET-0301",
        "codebook file "
            + nameOf(path)
            + ", line "
            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
            + ": not YAML ("
            + e.getOriginalMessage()
            + "); correct the file",
        e);
  }

  private DetenteException unreadable(String path, IOException e) {
    return new DetenteException(
        "DET-0302", "codebook file " + nameOf(path) + " cannot be read: " + e.getMessage(), e);
  }

  /**
   * The bytes of any file below the codebook folder; null when there is none. The caller closes the
   * stream.
   */
  public @Nullable InputStream open(String path) throws IOException {
    if (overlay != null && Files.isRegularFile(overlay.resolve(path))) {
      return Files.newInputStream(overlay.resolve(path));
    }
    return Codebook.class.getResourceAsStream(path);
  }

  /** The YAML files that this codebook has, and those that it must have. */
  public List<CodebookFile.Member> members() {
    return CodebookFile.possible().stream()
        .filter(
            member -> !member.isOptional() || isOverlaid(member.path()) || isBundled(member.path()))
        .toList();
  }

  /** The paths of all YAML files that a codebook may have. */
  public static List<String> possiblePaths() {
    return CodebookFile.possible().stream().map(CodebookFile.Member::path).toList();
  }

  /** The user's folder laid over ours; null when there is none. */
  public @Nullable Path folder() {
    return overlay;
  }

  /** Whether a file is the user's and not ours. */
  public boolean isOverlaid(String path) {
    return overlay != null && Files.isRegularFile(overlay.resolve(path));
  }

  /** Whether a file comes with Detente. */
  public boolean isBundled(String path) {
    return Codebook.class.getResource(path) != null;
  }

  /** A file as the user knows it: with the path of his folder when it is his. */
  public String nameOf(String path) {
    return overlay != null && isOverlaid(path) ? overlay.resolve(path).toString() : path;
  }

  /**
   * A file whose values know their lines.
   *
   * @return an empty file when there is none
   * @throws DetenteException as {@link #file}
   */
  public LocatedYaml located(String path) {
    try (InputStream stream = open(path)) {
      return LocatedYaml.parse(stream == null ? InputStream.nullInputStream() : stream);
    } catch (JsonProcessingException e) {
      throw notYaml(path, e);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Where a value stands, for messages: {@code codebook file nb/cues.yaml, line 12}. Reads the file
   * again, since nobody asks unless something is wrong.
   *
   * @param pointer JSON Pointer of the value
   */
  public String place(String path, String pointer) {
    return "codebook file " + nameOf(path) + ", line " + located(path).line(pointer);
  }
}
