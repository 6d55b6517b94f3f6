package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.instance.Request;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.Topics;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export costs` where no console runs.
class CostExportTest {

    private static final Instant NOON = Entries.NOON;
    private static final String PLACE = "ap-northeast-2 - - -";
    private static final StackFile TIKETI = Wiring.shippedStacks().get("tiketi-prod");
    private static final Plan.Line PLANNED = TIKETI.plan().orElseThrow().lines().stream()
            .filter(line -> line.service().isPresent() && line.usage().isEmpty()).findFirst().orElseThrow();
    private static final String SERVICE = PLANNED.service().orElseThrow();

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        try (Database history = opened()) {
            new H2AnswerStore(history).add(new Frame(PLACE, NOON, NOON, NOON, true,
                    List.of(new Told<>(Topics.files(PLACE), TIKETI.id(), NOON, Reading.known(TIKETI, NOON))),
                    List.of()));
            var store = new H2CostDayStore(history);
            CostFilter filter = TIKETI.costFilter().orElseThrow();
            store.add(PLACE, filter, List.of(day("2026-09-19", Map.of(), Map.of()),
                    day("2026-09-20", Map.of(SERVICE, Money.usd("1.25"), "=Odd", Money.usd("-0.5")), Map.of())), NOON);
            store.add(PLACE, filter, List.of(day("2026-09-21", Map.of("EC2 - Other", Money.usd("2")),
                    Map.of("APN2-NatGateway-Hours", Money.usd("1.416")))), NOON.plusSeconds(90));
        }
    }

    private static BilledDays day(String day, Map<String, Money> services, Map<String, Money> usages) {
        LocalDate first = LocalDate.parse(day);
        return new BilledDays(first, first.plusDays(1), services, day.equals("2026-09-21"), usages);
    }

    @Test
    void aServiceOfADayIsALineWithTheLineOfThePlanAndWhenItWasRead() {
        Program.Result result = export("--from", "2026-09-20", "--to", "2026-09-21");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        List<NamedCsvRecord> rows = rows(result);
        assertThat(rows).extracting(row -> row.getField("service")).containsExactly("'=Odd", SERVICE);
        assertThat(rows.getLast().getFieldsAsMap()).containsEntry("first", "2026-09-20")
                .containsEntry("last", "2026-09-20").containsEntry("stack", "tiketi-prod")
                .containsEntry("amount", "1.25").containsEntry("currency", "USD").containsEntry("estimated", "false")
                .containsEntry("read", "2026-09-22T12:00:00.000Z");
        assertThat(rows.getLast().getField("line").split(" \\| ")).contains(PLANNED.name());
        assertThat(rows.getFirst().getFieldsAsMap()).containsEntry("line", "").containsEntry("amount", "-0.5");
    }

    @Test
    void aDayThatCostNothingIsToldAndOneOfWhichNobodyAskedIsNot() {
        List<NamedCsvRecord> rows = rows(export("--from", "2026-09-15", "--to", "2026-09-20"));

        assertThat(rows).singleElement().satisfies(row -> assertThat(row.getFieldsAsMap())
                .containsEntry("first", "2026-09-19").containsEntry("service", "").containsEntry("amount", "0"));
    }

    @Test
    void asJsonUsageTypesAreObjectsOfTheirOwnThatTellTheSameMoneyAgain() {
        JsonNode all = export("--from", "2026-09-21", "--to", "2026-09-22", "--format", "json").json();

        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("service").asText()).isEqualTo("EC2 - Other");
        assertThat(all.get(0).get("usage").isNull()).isTrue();
        assertThat(all.get(0).get("estimated").asBoolean()).isTrue();
        assertThat(all.get(1).get("service").isNull()).isTrue();
        assertThat(all.get(1).get("usage").asText()).isEqualTo("APN2-NatGateway-Hours");
        assertThat(all.get(1).get("amount").decimalValue()).isEqualByComparingTo("1.416");
        assertThat(all.get(1).get("read").asText()).isEqualTo("2026-09-22T12:01:30.000Z");
    }

    @Test
    void aDayThatWasReadAgainStandsOnceAsItWasReadLast() {
        try (Database history = opened()) {
            new H2CostDayStore(history).add(PLACE, TIKETI.costFilter().orElseThrow(),
                    List.of(day("2026-09-20", Map.of(SERVICE, Money.usd("3")), Map.of())), NOON.plusSeconds(600));
        }

        assertThat(rows(export("--from", "2026-09-20", "--to", "2026-09-21"))).singleElement()
                .satisfies(row -> assertThat(row.getFieldsAsMap()).containsEntry("amount", "3")
                        .containsEntry("read", "2026-09-22T12:10:00.000Z"));
    }

    @Test
    void aTimeWithoutKeptDaysIsNoMistakeAndAStackOfWhichNothingIsKeptIs() {
        assertThat(export("--from", "2026-01-01", "--to", "2026-02-01").out().lines()).hasSize(1);
        assertThat(export("--from", "2026-01-01", "--to", "2026-02-01", "--format", "json").json()).isEmpty();

        Program.Result unknown = run("--stack", "nope");
        assertThat(unknown.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(unknown.err()).contains("'nope'", "tiketi-prod");
    }

    @Test
    void aConsoleIsAskedInTheTermsInWhichItAnswers() {
        var wish = new CostWish(List.of("a", "b"), new TimeRange(NOON, NOON.plusSeconds(60)), CostWish.Format.json);

        Request request = wish.request(new Words(Locale.ENGLISH, ZoneOffset.UTC));

        assertThat(Question.COSTS.isAsked(request)).isTrue();
        assertThat(CostWish.of(request)).isEqualTo(wish);
    }

    private static List<NamedCsvRecord> rows(Program.Result result) {
        return CsvReader.builder().ofNamedCsvRecord(result.out()).stream().toList();
    }

    private Program.Result export(String... more) {
        return run(Stream.concat(Stream.of("--stack", "tiketi-prod"), Stream.of(more)).toArray(String[]::new));
    }

    private Program.Result run(String... more) {
        return Program.run(Stream.concat(Stream.of("export", "costs", "--data", folder.resolve("data").toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(folder.resolve("data"), Clock.systemUTC(), _ -> {})).database();
    }
}
