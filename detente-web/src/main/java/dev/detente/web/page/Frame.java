package dev.detente.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands around every page, and how lists are cut into pages. Stateless. */
final class Frame {
  /** Entries of a list on one page. */
  static final int SIZE = 40;

  private Frame() {}

  /** The values every page has: its words, its title, where it stands. */
  static Map<String, Object> page(Wording wording, String active, String title) {
    Map<String, Object> page = new HashMap<>();
    page.put("t", wording.words());
    page.put("pagelang", wording.language());
    page.put("title", title);
    List<Map<String, Object>> navigation = new ArrayList<>();
    for (String place :
        List.of(
            "overview",
            "articles",
            "find",
            "claims",
            "demands",
            "timeline",
            "actors",
            "pairs",
            "tension",
            "map",
            "about")) {
      navigation.add(
          Map.of(
              "href", place.equals("overview") ? "/" : "/" + place,
              "name", wording.of("nav_" + place),
              "here", place.equals(active)));
    }
    page.put("navigation", navigation);
    List<Map<String, Object>> languages = new ArrayList<>();
    for (String language : Wording.LANGUAGES) {
      languages.add(
          Map.of(
              "code", language,
              "name", wording.of("language_" + language),
              "here", language.equals(wording.language())));
    }
    page.put("languages", languages);
    return page;
  }

  /** Says how old what is kept is, when it is no longer true. */
  static void behind(Map<String, Object> page, Kept kept, Wording wording) {
    long seconds = kept.behind();
    if (seconds > 0) {
      page.put("behind", wording.with("behind", seconds));
    }
  }

  static void turn(Map<String, Object> page, String path, Asked asked, boolean more) {
    if (asked.page() > 0) {
      page.put("previous", address(path, asked.query(asked.page() - 1)));
    }
    page.put("turning", more || asked.page() > 0);
    if (more) {
      page.put("next", address(path, asked.query(asked.page() + 1)));
    }
  }

  /** An address with what is asked for. */
  static String address(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  static <T> List<T> cut(List<T> list) {
    return list.subList(0, Math.min(SIZE, list.size()));
  }
}
