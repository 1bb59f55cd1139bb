package dev.detente.ledger.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.detente.ledger.identity.ActorRef;
import dev.detente.ledger.identity.Decision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes beside exported tables for those who want to repeat a study. */
public final class ReplicationText {
  private ReplicationText() {}

  /**
   * What the columns mean, as Markdown.
   *
   * @param tables the types of the columns, by name, of each table
   */
  public static String codebook(Map<String, Map<String, String>> tables) throws IOException {
    Map<String, String> meanings = meanings();
    StringBuilder out = new StringBuilder("# Codebook\n");
    tables.forEach(
        (table, columns) -> {
          out.append("\n## ")
              .append(table)
              .append("\n\n| column | type | meaning |\n|---|---|---|\n");
          columns.forEach(
              (column, type) ->
                  out.append("| ")
                      .append(column)
                      .append(" | ")
                      .append(type)
                      .append(" | ")
                      .append(meanings.getOrDefault(column, ""))
                      .append(" |\n"));
        });
    return out.toString();
  }

  /** What each column means, by its name. */
  static Map<String, String> meanings() throws IOException {
    Map<String, String> meanings = new TreeMap<>();
    try (InputStream in = ReplicationText.class.getResourceAsStream("columns.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no columns.tsv");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          meanings.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    }
    return meanings;
  }

  /**
   * What the folder holds.
   *
   * @param version of Detente
   * @param makers rows of model, codebook and how many articles they made
   */
  public static String readme(String version, List<List<String>> makers, long articles) {
    StringBuilder out = new StringBuilder("# Replication data\n\n");
    out.append("What ").append(articles).append(" articles say, as Detente ").append(version);
    out.append(
        " read it: who said or did what, to whom, when and where.\n"
            + "A row states what an article says and never whether it is true.\n\n"
            + "Each table stands as CSV and as Parquet, row by row the same; CODEBOOK.md tells what"
            + " the columns mean,\n"
            + "configuration.json which versions made them, what people decided about who is who"
            + " and what was taken out.\n"
            + "In CSV a cell that a spreadsheet would run as a formula has an apostrophe before"
            + " it.\n"
            + "`articles` has the SHA-256 of each text and not the text. SHA256SUMS has the hash of"
            + " each file (`sha256sum -c SHA256SUMS`).\n"
            + "The same ledger gives the same bytes.\n\n"
            + "| made with | articles |\n"
            + "|---|---|\n");
    makers.forEach(
        row ->
            out.append("| model ")
                .append(row.get(0))
                .append(", codebook ")
                .append(row.get(1))
                .append(" | ")
                .append(row.get(2))
                .append(" |\n"));
    return out.toString();
  }

  /**
   * What made the rows, for programs: versions, the decisions of people about who is who, in their
   * order, and what was taken out.
   *
   * @param version of Detente
   * @param schema version of the ledger's tables
   * @param makers rows of model, codebook and how many articles they made
   * @param removed ids of articles that were taken out, with the reason
   */
  public static String configuration(
      String version,
      int schema,
      List<List<String>> makers,
      List<Decision> decisions,
      Map<String, String> removed)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("detente", version);
    all.put("ledger", schema);
    all.put(
        "made",
        makers.stream()
            .map(
                row -> {
                  Map<String, Object> made = new LinkedHashMap<>();
                  made.put("model", row.get(0));
                  made.put("codebook", row.get(1));
                  made.put("articles", Long.parseLong(row.get(2)));
                  return made;
                })
            .toList());
    all.put("actors", decisions.stream().map(ReplicationText::decided).toList());
    all.put("removed", removed);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static Map<String, Object> decided(Decision decision) {
    Map<String, Object> decided = new LinkedHashMap<>();
    if (decision instanceof Decision.Merge merge) {
      decided.put("merge", merge.entity());
      decided.put("into", merge.into());
    } else if (decision instanceof Decision.Split split) {
      decided.put("split", split.entity());
      decided.put("members", split.members().stream().map(ActorRef::toString).sorted().toList());
    }
    decided.put("reason", decision.reason());
    return decided;
  }

  /** The SHA-256 of each file, as {@code sha256sum} writes and checks it. */
  public static String sums(List<Path> files) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
        out.append(HexFormat.of().formatHex(digest.digest()))
            .append("  ")
            .append(file.getFileName())
            .append('\n');
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
    return out.toString();
  }
}
