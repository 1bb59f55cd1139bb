package dev.detente.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.detente.article.Span;
import dev.detente.reading.actor.Cast;
import dev.detente.record.Actor;
import dev.detente.record.ActorKind;
import dev.detente.record.EventStatus;
import dev.detente.record.EventType;
import dev.detente.record.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingsTest {
  private static final Map<String, Actor> ACTORS =
      Map.of(
          "guest", actor("guest", ActorKind.PERSON, "DNK", "GOV"),
          "host", actor("host", ActorKind.PERSON, "SWE", "GOV"),
          "guest-state", actor("guest-state", ActorKind.STATE, "DNK", "GOV"),
          "host-state", actor("host-state", ActorKind.STATE, "SWE", "GOV"),
          "paper", actor("paper", ActorKind.ORGANISATION, "SWE", "JRN"));

  private final Meetings meetings =
      new Meetings(
          new Hand(),
          List.of(
              new Place("p1", new Span(0, 1), "Stockholm", "SWE", 59.3, 18.1, "point", "test"),
              new Place("p2", new Span(2, 3), "Geneva", "CHE", 46.2, 6.1, "point", "test")));

  @Test
  void whoComesFromAbroadVisitsWhoIsAtHome() {
    Draft visit = meetings.hosted(meetings.byVenue(meeting("p1", List.of("guest", "host"))));
    assertThat(visit.mode()).isEqualTo("visit");
    assertThat(visit.actors()).containsExactly("guest");
    assertThat(visit.recipients()).containsExactly("host");
  }

  @Test
  void talksAbroadForBothAreOnNeutralGround() {
    Draft talks = meetings.hosted(meetings.byVenue(meeting("p2", List.of("guest", "host"))));
    assertThat(talks.mode()).isEqualTo("third-party");
    assertThat(talks.actors()).containsExactly("guest", "host");
  }

  @Test
  void aStateGivesWayToWhoMeetsForIt() {
    Draft settled =
        meetings.settle(List.of(meeting(null, List.of("guest", "guest-state", "host")))).get(0);
    assertThat(settled.actors()).containsExactly("guest", "host");
  }

  @Test
  void meetingThePressIsNoMeeting() {
    assertThat(meetings.settle(List.of(meeting(null, List.of("guest", "paper"))))).isEmpty();
  }

  @Test
  void aVisitWithoutAHostIsToTheStateOfThePlace() {
    Draft visit = meetings.hosted(meeting("p1", List.of("guest")).withMode("visit"));
    assertThat(visit.recipients()).containsExactly("host-state");
  }

  @Test
  void whoIsAtHomeElsewhereIsNoHost() {
    Draft visit =
        meetings.hosted(
            meeting("p1", List.of("guest"))
                .withMode("visit")
                .withParties(List.of("guest"), List.of("guest-state")));
    assertThat(visit.actors()).containsExactly("guest");
    assertThat(visit.recipients()).containsExactly("host-state");
  }

  private static Draft meeting(@Nullable String place, List<String> actors) {
    return new Draft(
        new Draft.Source(0, 0, null, null),
        EventType.CONSULT,
        null,
        List.of(),
        null,
        actors,
        List.of(),
        place,
        null,
        EventStatus.ACTUAL,
        null,
        List.of(),
        new Span(0, 1),
        new Span(0, 1),
        1,
        "test");
  }

  private static Actor actor(String id, ActorKind kind, String country, String sector) {
    return new Actor(id, id, kind, country, sector, null, List.of(), "test");
  }

  private static final class Hand implements Cast {
    @Override
    public List<Actor> actors() {
      return List.copyOf(ACTORS.values());
    }

    @Override
    public @Nullable String actorAt(int sentence, int word) {
      return null;
    }

    @Override
    public @Nullable Span mentionAt(int sentence, int word) {
      return null;
    }

    @Override
    public Actor actor(String id) {
      Actor actor = ACTORS.get(id);
      if (actor == null) {
        throw new IllegalArgumentException(id);
      }
      return actor;
    }

    @Override
    public @Nullable String state(String country) {
      return country.equals("SWE") ? "host-state" : null;
    }

    @Override
    public @Nullable String outlet() {
      return null;
    }

    @Override
    public boolean acts(String id) {
      return true;
    }
  }
}
