package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.instance.Request;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.Topics;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export events` where no console runs.
class EventExportTest {

    private static final Instant NOON = Entries.NOON;
    private static final String PLACE = "ap-northeast-2 - - -";
    private static final StackFile TIKETI = Wiring.shippedStacks().get("tiketi-prod");

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        try (Database history = opened()) {
            new H2AnswerStore(history).add(new Frame(PLACE, NOON, NOON, NOON, true,
                    List.of(new Told<>(Topics.files(PLACE), TIKETI.id(), NOON, Reading.known(TIKETI, NOON))),
                    List.of()));
            var service = new ServiceKey(TIKETI.cluster(), Entries.SERVICE.service());
            new H2FleetEventStore(history).add(PLACE, List.of(
                    new FleetEvent.Told(service, new ServiceEvent("e1", NOON.plusSeconds(7),
                            "=HYPERLINK(\"x\")\nhas reached a steady state.")),
                    new FleetEvent.Told(service, new ServiceEvent("e2", NOON.plus(Duration.ofHours(30)), "later"))));
            new H2JournalStore(history).put(Entries.begun(Entries.scale(9)));
        }
    }

    @Test
    void anEventIsALineOfATableTheOldestFirst() {
        Program.Result result = export("--stack", "TIKETI-prod");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).hasSize(4);
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(result.out()).stream().toList();
        assertThat(rows).extracting(row -> row.getField("at")).containsExactly("2026-09-22T12:00:00.000Z",
                "2026-09-22T12:00:07.000Z", "2026-09-23T18:00:00.000Z");
        assertThat(rows).extracting(row -> row.getField("kind")).containsExactly("operation", "service", "service");
        assertThat(rows.getFirst().getFieldsAsMap()).containsEntry("stack", "tiketi-prod")
                .containsEntry("component", "tiketi-backend-service").containsEntry("severity", "notice")
                .containsEntry("source", "Watchdeck").containsEntry("what", "sora: Scale on tiketi-backend-service")
                .containsEntry("details", "sale opens");
        assertThat(rows.get(1).getField("source")).isEqualTo("ECS event");
    }

    @Test
    void asJsonAnEventIsAnObject() {
        JsonNode all = export("--stack", "tiketi-prod", "--format", "json").json();

        assertThat(all).hasSize(3);
        assertThat(all.get(0).get("details").get(0).asText()).isEqualTo("sale opens");
        assertThat(all.get(1).get("what").asText()).contains("\nhas reached a steady state.");
    }

    @Test
    void asJsonAnAlarmOfCloudWatchHasItsOwnNameAndARuleItsId() {
        try (Database history = opened()) {
            new H2OccurrenceStore(history).put(List.of(raised(1, Condition.Source.CLOUDWATCH, "tiketi-cpu-high"),
                    raised(2, Condition.Source.RULE, "cpu-high")));
        }

        JsonNode all = export("--stack", "tiketi-prod", "--format", "json").json();

        assertThat(all.get(1).get("what").asText()).isEqualTo("ECS CPU on tiketi-backend-service");
        assertThat(all.get(1).get("alarm").asText()).isEqualTo("tiketi-cpu-high");
        assertThat(all.get(1).has("rule")).isFalse();
        assertThat(all.get(2).get("rule").asText()).isEqualTo("cpu-high");
        assertThat(all.get(2).has("alarm")).isFalse();
    }

    private static Change raised(int second, Condition.Source source, String name) {
        var on = new ComponentId(ComponentKind.SERVICE, Entries.SERVICE.service());
        var finding = new Finding(Severity.WARNING, source, name, Optional.of("service.cpu"), OptionalDouble.of(91),
                OptionalDouble.of(80), Optional.empty());
        Instant at = NOON.plusSeconds(second);
        return new Change(at, Change.What.RAISED, true, new Occurrence(new UUID(0, second),
                new AlarmKey(TIKETI.id(), on, name), at, finding, Severity.WARNING, OptionalDouble.of(91),
                new Status.Open(at, at), Optional.empty()));
    }

    @Test
    void onlyWhatHappenedInTheTimeIsWrittenAndNothingIsNoMistake() {
        assertThat(run("--stack", "tiketi-prod", "--from", "2026-09-22T12:00:05Z", "--to", "2026-09-22T13:00Z",
                "--format", "json").json()).hasSize(1);
        assertThat(run("--stack", "tiketi-prod", "--from", "2026-08-01", "--to", "2026-08-02", "--format", "json")
                .json()).isEmpty();
        assertThat(run("--stack", "tiketi-prod", "--from", "2026-08-01", "--to", "2026-08-02").out().lines())
                .hasSize(1);
    }

    @Test
    void aStackOfWhichNothingIsKeptIsToldWithThoseOfWhichSomethingIs() {
        Program.Result result = export("--stack", "nope");

        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(result.err()).contains("'nope'", "tiketi-prod");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aConsoleIsAskedInTheTermsInWhichItAnswers() {
        var wish = new EventWish(List.of("a", "b"), new TimeRange(NOON, NOON.plusSeconds(60)), EventWish.Format.json);

        Request request = wish.request(new Words(Locale.ENGLISH, ZoneOffset.UTC));

        assertThat(Question.EVENTS.isAsked(request)).isTrue();
        assertThat(EventWish.of(request)).isEqualTo(wish);
    }

    private Program.Result export(String... more) {
        return run(Stream.concat(Stream.of("--from", "2026-09-22T00:00Z", "--to", "2026-09-24T00:00Z"),
                Stream.of(more)).toArray(String[]::new));
    }

    private Program.Result run(String... more) {
        return Program.run(Stream.concat(Stream.of("export", "events", "--lang", "en", "--data",
                folder.resolve("data").toString()), Stream.of(more)).toArray(String[]::new));
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(folder.resolve("data"), Clock.systemUTC(), _ -> {})).database();
    }
}
