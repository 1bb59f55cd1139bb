package dev.detente.web.page;

import dev.detente.ledger.Ledger;
import dev.detente.ledger.story.DemandLife;
import dev.detente.ledger.story.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Demands and what became of them. Thread-safe. */
final class DemandsPage {
  private static final int SIZE = 25;

  /** Stages of one demand that are shown: the first and the last. */
  private static final int STAGES = 12;

  private final Sheets sheets;
  private final Kept kept;

  DemandsPage(Sheets sheets, Kept kept) {
    this.sheets = sheets;
    this.kept = kept;
  }

  /** Demands: raised, repeated, hardened or softened, rejected, met. */
  String demands(Ledger ledger, Wording wording, Asked asked) {
    Map<String, Object> page = Frame.page(wording, "demands", wording.of("nav_demands"));
    List<DemandLife> known = kept.demands(ledger);
    List<DemandLife> found = known == null ? List.of() : known;
    page.put("soon", known == null);
    int from = Math.min(found.size(), asked.page() * SIZE);
    int to = Math.min(found.size(), from + SIZE);
    List<DemandLife> here = found.subList(from, to);
    Set<String> entities = new HashSet<>();
    for (DemandLife life : here) {
      String addressee = life.stages().get(0).voice().addressee();
      if (addressee != null) {
        entities.add(addressee);
      }
    }
    Map<String, String> names = ledger.survey().names(entities);
    List<Map<String, Object>> list = new ArrayList<>();
    for (DemandLife life : here) {
      list.add(demand(life, list.size(), names, wording));
    }
    page.put("list", list);
    page.put(
        "chart", DemandChart.draw(here.stream().map(DemandsPage::shortened).toList(), wording));
    page.put("none", known != null && found.isEmpty());
    Frame.turn(page, "/demands", asked, to < found.size());
    Frame.behind(page, kept, wording);
    return sheets.fill("demands", page);
  }

  /** A demand made very often, without what became of it in between. */
  static DemandLife shortened(DemandLife life) {
    List<DemandLife.Stage> stages = life.stages();
    if (stages.size() <= STAGES) {
      return life;
    }
    List<DemandLife.Stage> some = new ArrayList<>(STAGES);
    some.add(stages.get(0));
    some.addAll(stages.subList(stages.size() - STAGES + 1, stages.size()));
    return new DemandLife(life.id(), some);
  }

  static Map<String, Object> demand(
      DemandLife life, int number, Map<String, String> names, Wording wording) {
    Voice raised = life.stages().get(0).voice();
    Map<String, Object> shown = Shown.voice(raised, wording);
    shown.put("key", "d" + number);
    shown.put("whom", names.get(String.valueOf(raised.addressee())));
    Set<DemandLife.Kind> kinds = new HashSet<>();
    List<Map<String, Object>> stages = new ArrayList<>();
    life.stages().forEach(stage -> kinds.add(stage.kind()));
    List<DemandLife.Stage> some = shortened(life).stages();
    int left = life.stages().size() - some.size();
    for (DemandLife.Stage stage : some.size() == 1 ? List.<DemandLife.Stage>of() : some) {
      Map<String, Object> values = Shown.voice(stage.voice(), wording);
      values.put("stage", wording.label("stage", stage.kind().label()));
      values.put("again", stage.kind() == DemandLife.Kind.RAISED ? null : stage.voice().words());
      values.put("stagecode", stage.kind().label());
      values.put("left", left > 0 && stages.size() == 1 ? left : null);
      stages.add(values);
    }
    shown.put("stages", stages);
    String state =
        kinds.contains(DemandLife.Kind.MET)
            ? "met"
            : kinds.contains(DemandLife.Kind.REJECTED) ? "rejected" : "open";
    shown.put("state", wording.label("demand", state));
    shown.put("statecode", state);
    return new HashMap<>(shown);
  }
}
