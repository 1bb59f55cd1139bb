package dev.detente.codebook.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.codebook.Codebook;
import dev.detente.codebook.CodebookFile;
import dev.detente.codebook.LocatedYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the YAML files of a codebook to their schemas ({@code schema/*.schema.json}, JSON Schema
 * 2020-12). Not thread-safe.
 */
public final class SchemaCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEPTH = 4;

  /** Where a file has lists by names that the grammar asks for. */
  private static final List<String> NAMED = List.of("words", "lists");

  private final Codebook codebook;
  private final Map<CodebookFile, Schema> schemas = new EnumMap<>(CodebookFile.class);

  public SchemaCheck(Codebook codebook) {
    this.codebook = codebook;
  }

  /** Every fault of every file, ours and the user's, in order of the files. */
  public List<Finding> all() {
    List<Finding> found = new ArrayList<>(strangers());
    for (CodebookFile.Member member : codebook.members()) {
      found.addAll(file(member));
    }
    return found;
  }

  /** Every fault of the files that the user has laid over ours. */
  public List<Finding> ofOverlay() {
    if (codebook.folder() == null) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(strangers());
    for (CodebookFile.Member member : codebook.members()) {
      if (codebook.isOverlaid(member.path())) {
        found.addAll(file(member));
      }
    }
    return found;
  }

  private List<Finding> file(CodebookFile.Member member) {
    String name = codebook.nameOf(member.path());
    try (InputStream stream = codebook.open(member.path())) {
      if (stream == null) {
        return List.of(new Finding("DET-0314", name, 0, null, "the file is missing", "restore it"));
      }
      LocatedYaml yaml = LocatedYaml.parse(stream);
      List<Finding> found = new ArrayList<>(schema(member.kind()).check(yaml, name));
      if (codebook.isOverlaid(member.path())) {
        unread(member.kind(), yaml, name, found);
      }
      return found;
    } catch (JsonProcessingException e) {
      return List.of(
          new Finding(
              "DET-0301",
              name,
              e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
              null,
              "not YAML (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")",
              "correct the line"));
    } catch (IOException e) {
      return List.of(
          new Finding(
              "DET-0302",
              name,
              0,
              null,
              "cannot be read (" + e.getMessage() + ")",
              "check its permissions"));
    }
  }

  /** Lists of words that none of our files has: nothing asks for them. */
  private static void unread(
      CodebookFile kind, LocatedYaml yaml, String name, List<Finding> found) {
    for (String group : NAMED) {
      Set<String> known = new TreeSet<>();
      for (CodebookFile.Member ours : Codebook.bundled().members()) {
        if (ours.kind() == kind) {
          Codebook.bundled()
              .file(ours.path())
              .path(group)
              .fieldNames()
              .forEachRemaining(known::add);
        }
      }
      for (Map.Entry<String, JsonNode> list : yaml.root().path(group).properties()) {
        if (!known.contains(list.getKey())) {
          String near = Near.of(list.getKey(), known);
          found.add(
              new Finding(
                  "DET-0303",
                  name,
                  yaml.line("/" + group + "/" + LocatedYaml.escaped(list.getKey())),
                  group + "." + list.getKey(),
                  "no list is called \"" + list.getKey() + "\" here",
                  near == null
                      ? "use " + String.join(", ", known)
                      : "did you mean \"" + near + "\"?"));
        }
      }
    }
  }

  private Schema schema(CodebookFile kind) {
    return schemas.computeIfAbsent(kind, this::load);
  }

  private Schema load(CodebookFile kind) {
    try (InputStream stream = Codebook.bundled().open(kind.schema())) {
      if (stream == null) {
        throw new IllegalStateException("no schema " + kind.schema());
      }
      return new Schema(JSON.readTree(stream));
    } catch (IOException e) {
      throw new IllegalStateException("the schema " + kind.schema() + " cannot be read", e);
    }
  }

  /** Files of the user's folder whose names no file of ours has: they would change nothing. */
  private List<Finding> strangers() {
    Path folder = codebook.folder();
    if (folder == null) {
      return List.of();
    }
    List<String> known = Codebook.possiblePaths();
    List<Finding> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        boolean ours = known.contains(path) || codebook.isBundled(path);
        if (!ours && path.matches(".*\\.(ya?ml|tsv)")) {
          found.add(
              new Finding(
                  "DET-0307",
                  file.toString(),
                  0,
                  null,
                  "the codebook has no file of this name, so it changes nothing",
                  rename(Near.of(path, known))));
        }
      }
    } catch (IOException e) {
      found.add(
          new Finding(
              "DET-0302",
              folder.toString(),
              0,
              null,
              "cannot be read (" + e.getMessage() + ")",
              "check its permissions"));
    }
    return found;
  }

  private static String rename(@Nullable String near) {
    return near == null
        ? "name it as ours are named: nb/cues.yaml, en/triggers.yaml, ..."
        : "did you mean \"" + near + "\"?";
  }
}
