package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.journal.JournalTable;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.Opening;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export journal` where no console runs.
class JournalExportTest {

    private static final UUID SCALED = new UUID(0, 1);
    private static final UUID LOST = new UUID(0, 2);
    private static final UUID OPEN = new UUID(0, 3);

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        try (Database history = opened()) {
            var journal = new H2JournalStore(history);
            journal.put(scaled());
            JournalEntry lost = Entries.withId(Entries.begunAt(Entries.begun(Entries.scale(7)), Entries.at(60)), LOST)
                    .sending(Entries.request(7)).answered(0,
                            new Sent.Lost(Failure.unreachable("ecs").withDetail("timed out"), Entries.at(75)));
            journal.put(lost.ended(new Verdict(Result.NOT_KNOWN, Phrase.of("proof.stop.gone"), Entries.at(90))));
            journal.put(Entries.withId(Entries.begunAt(Entries.begun(Entries.scale(8)), Entries.at(120)), OPEN)
                    .sending(Entries.request(8)));
        }
    }

    private static JournalEntry scaled() {
        JournalEntry sent = Entries.withId(Entries.reminding(Entries.begun(Entries.scale(9)),
                Entries.NOON.plus(Duration.ofHours(4))), SCALED).sending(Entries.request(9))
                .answered(0, Sent.taken("ecs-svc/1", Entries.at(1)));
        return Entries.remarked(sent, 20, "proof.scale.going", 6, 9, 3)
                .ended(new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), Entries.at(50)));
    }

    @Test
    void anEntryIsALineOfATableTheOldestFirst() {
        Program.Result result = export("--stack", "TIKETI-prod");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).hasSize(4);
        assertThat(result.out().lines().findFirst()).contains(String.join(",", JournalTable.HEADER));
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(result.out()).stream().toList();
        assertThat(rows).extracting(row -> row.getField("id")).containsExactly(SCALED.toString(), LOST.toString(),
                OPEN.toString());
        assertThat(rows).extracting(row -> row.getField("verdict")).containsExactly("worked", "notKnown", "running");
        assertThat(rows.getFirst().getFieldsAsMap()).containsEntry("begun", "2026-09-22T12:00:00.000Z")
                .containsEntry("ended", "2026-09-22T12:00:50.000Z").containsEntry("seconds", "50")
                .containsEntry("operation", "scale").containsEntry("change", "5 → 9")
                .containsEntry("note", "sale opens").containsEntry("sentence", "9 of 9 run.")
                .containsEntry("commands", "aws ecs update-service --cluster tiketi-cluster-prod --service "
                        + "tiketi-backend-service --desired-count 9 --region ap-northeast-2 --profile sora");
        assertThat(rows.getLast().getField("ended")).isEmpty();
        assertThat(rows.getLast().getField("seconds")).as("not known, never 0").isEmpty();
    }

    @Test
    void asJsonAnEntryHasEverythingThatIsKept() {
        JsonNode all = export("--stack", "tiketi-prod", "--format", "json").json();

        JsonNode one = all.get(0);
        assertThat(all).hasSize(3);
        assertThat(one.get("id").asText()).isEqualTo(SCALED.toString());
        assertThat(one.get("environment").asText()).isEqualTo("production");
        assertThat(one.get("operation").toString()).isEqualTo("{\"kind\":\"scale\",\"target\":"
                + "\"tiketi-backend-service\",\"cluster\":\"tiketi-cluster-prod\",\"desired\":9,\"range\":null}");
        assertThat(one.get("before").get("desired").asInt()).isEqualTo(5);
        assertThat(one.get("before").get("range").get("max").asInt()).isEqualTo(10);
        assertThat(one.get("before").get("strategy").get(0).get("provider").asText()).isEqualTo("FARGATE_SPOT");
        assertThat(one.get("requests").get(0).get("fields").get(2).toString())
                .isEqualTo("{\"name\":\"desiredCount\",\"values\":[\"9\"]}");
        assertThat(one.get("requests").get(0).get("answer").asText()).isEqualTo("taken");
        assertThat(one.get("requests").get(0).get("id").asText()).isEqualTo("ecs-svc/1");
        assertThat(one.get("remarks").get(0).get("sentence").asText()).isEqualTo("6 of 9 run, 3 starting");
        assertThat(one.get("verdict").get("result").asText()).isEqualTo("worked");
        assertThat(one.get("reminder").get("settled").asBoolean(true)).isFalse();
        JsonNode lost = all.get(1).get("requests").get(0);
        assertThat(lost.get("answer").asText()).isEqualTo("lost");
        assertThat(lost.get("failure").get("kind").asText()).isEqualTo("unreachable");
        assertThat(lost.get("failure").get("detail").asText()).isEqualTo("timed out");
        assertThat(all.get(2).get("requests").get(0).get("answer").isNull()).as("nobody has seen one").isTrue();
        assertThat(all.get(2).get("verdict").isNull()).isTrue();
        assertThat(all.get(2).get("seconds").isNull()).isTrue();
    }

    @Test
    void onlyWhatBeganInTheTimeIsWrittenAndNothingIsNoMistake() {
        assertThat(run("--stack", "tiketi-prod", "--from", "2026-09-22T12:01Z", "--to", "2026-09-22T12:02Z",
                "--format", "json").json()).singleElement()
                .satisfies(one -> assertThat(one.get("id").asText()).isEqualTo(LOST.toString()));
        Program.Result empty = run("--stack", "tiketi-prod", "--from", "2026-08-01", "--to", "2026-08-02");
        assertThat(empty.code()).isZero();
        assertThat(empty.out()).isEqualTo(String.join(",", JournalTable.HEADER) + "\n");
    }

    @Test
    void aStackOfWhichNothingIsKeptIsToldWithThoseOfWhichSomethingIs() {
        Program.Result result = export("--stack", "nope");

        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(result.err()).contains("'nope'", "tiketi-prod");
        assertThat(result.out()).isEmpty();
        assertThat(run("--stack", "x", "--from", "soon").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--from", "-1d").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhereThatIsSaid() {
        String file = folder.resolve("journal.csv").toString();

        assertThat(export("--stack", "tiketi-prod", "--out", file).code()).isZero();
        assertThat(Path.of(file)).content().contains(SCALED.toString());
        assertThat(export("--stack", "tiketi-prod", "--out", file).code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(export("--stack", "tiketi-prod", "--out", file, "--overwrite").code()).isZero();
    }

    private Program.Result export(String... more) {
        return run(Stream.concat(Stream.of("--from", "2026-09-22T00:00Z", "--to", "2026-09-23T00:00Z"),
                Stream.of(more)).toArray(String[]::new));
    }

    private Program.Result run(String... more) {
        return Program.run(Stream.concat(Stream.of("export", "journal", "--lang", "en", "--data",
                folder.resolve("data").toString()), Stream.of(more)).toArray(String[]::new));
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(folder.resolve("data"), Clock.systemUTC(), _ -> {})).database();
    }
}
