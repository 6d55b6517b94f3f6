package io.watchdeck.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which stacks the overview lists, and what of it is saved as a table.
class OverviewFilterTest {

    private final OverviewViewModel model = new OverviewViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE));

    @Test
    void filtersByWordColumnAndNot() {
        show(Snapshots.moment());

        model.filter("codemate");
        assertThat(ids()).containsExactly("codemate-dev", "codemate-prod");
        model.filter("codemate !dev");
        assertThat(ids()).containsExactly("codemate-prod");
        model.filter("region:us-east-1");
        assertThat(ids()).containsExactly("bowwow-prod");
        model.filter("db:denied");
        assertThat(ids()).containsExactly("codemate-dev");
        model.filter("nothing like this");
        assertThat(ids()).isEmpty();
        assertThat(model.shownProperty().get()).isEqualTo("0 / 6");
    }

    @Test
    void whatARowShowsIsFoundInItsWords() {
        show(Snapshots.moment());

        for (StackFacts facts : model.rows().stream().map(row -> row.facts()).toList()) {
            Stream.of("tasks:\"" + facts.tasks().capacity() + "\"", "\"" + facts.tasks().count() + " "
                    + facts.tasks().services(), "traffic:\"" + facts.traffic().rate(), "cost:\"" + facts.cost().spent())
                    .forEach(typed -> {
                        model.filter(typed);
                        assertThat(ids()).as(typed).contains(facts.id().value());
                    });
        }
    }

    @Test
    void countersFilterAndGiveWayAgain() {
        show(Snapshots.moment());

        model.toggle(Severity.WARNING);
        assertThat(ids()).containsExactly("bowwow-prod", "codemate-dev");
        model.toggle(Severity.WARNING);
        assertThat(ids()).hasSize(6);
        model.toggle(Severity.CRITICAL);
        assertThat(model.clearFilters()).isTrue();
        assertThat(ids()).hasSize(6);
        assertThat(model.clearFilters()).isFalse();
    }

    @Test
    void theNumberBesideTheTitleCountsWhatTheCountersCount() {
        WatchSnapshot wrong = Snapshots.wrong(new FileProblem("/stacks/shop-prod.yaml", 3, 1, "Unknown key 'nmae'.",
                ""));
        show(wrong);

        assertThat(model.shownProperty().get()).isEqualTo("6 / 7, 1 stack file not used");

        show(Snapshots.moment());
        model.limitTo(environment -> environment == Environment.DEVELOPMENT);
        assertThat(model.shownProperty().get()).isEqualTo("1 / 6");
    }

    @Test
    void onlyFaultsLeavesOutWhatIsFineAndStaysOverARefreshAndWhatElseIsCleared() {
        show(Snapshots.moment());

        model.faults().toggle();
        assertThat(ids()).hasSize(4).doesNotContain("glimpse-prod", "codemate-prod");
        assertThat(model.faults().hiddenProperty().get()).isEqualTo(2);
        assertThat(model.shownProperty().get()).isEqualTo("4 / 6");
        assertThat(model.clearFilters()).isFalse();
        show(Snapshots.moment());
        assertThat(ids()).hasSize(4);

        model.filter("glimpse");
        assertThat(ids()).isEmpty();
        assertThat(model.emptyTextProperty().get()).isEqualTo("Nothing is at fault: 1 hidden. F shows it.");
        model.filter("nothing like this");
        assertThat(model.emptyTextProperty().get()).isEqualTo("No stack matches. Esc clears the filter.");
        assertThat(model.openSummaryProperty().get()).isEqualTo("No stack is shown, so no alarm is listed either.");

        var korean = new OverviewViewModel(new Words(Locale.KOREAN, Snapshots.ZONE));
        korean.goOn(model);
        korean.show(Snapshots.moment(), Snapshots.NOW);
        assertThat(korean.rows()).hasSize(4);
    }

    @Test
    void whatIsMarkedIsSavedAloneThoughAFilterOrTheEnvironmentHidesIt() {
        show(Snapshots.moment());
        model.marks().toggle(new StackId("codemate-dev"));
        model.marks().toggle(new StackId("sesami-prod"));

        model.limitTo(environment -> environment == Environment.PRODUCTION);
        model.filter("glimpse");

        assertThat(model.marks().hiddenProperty().get()).isEqualTo(2);
        assertThat(model.markedCsv().rows()).hasSize(2);
        assertThat(model.markedCsv().header()).isEqualTo(model.csv().header());
        assertThat(model.markedReferences()).extracting(AwsReference::arn).doesNotContain(Optional.empty())
                .hasSize(2);
    }

    @Test
    void aStackOfWhichNothingIsKnownIsNotFine() {
        model.faults().toggle();
        show(Snapshots.loading());

        assertThat(model.rows()).extracting(row -> row.facts().state().severity()).contains(Severity.UNKNOWN)
                .doesNotContain(Severity.FINE);
    }

    @Test
    void scopeLimitsStacksAndWhatIsOpen() {
        show(Snapshots.moment());

        model.limitTo(environment -> environment == Environment.DEVELOPMENT);

        assertThat(ids()).containsExactly("codemate-dev");
        assertThat(model.open()).extracting(row -> row.facts().stackName()).containsOnly("CodeMate");
    }

    @Test
    void exportsWhatIsShownAsData() {
        show(Snapshots.of(List.of(Snapshots.tiketi(), Snapshots.deniedLimit(), Snapshots.loading().stacks().get(2))));

        assertThat(value("tiketi-prod", "requests_per_minute")).matches("1[78][0-9]{2}(\\.[0-9]{1,3})?");
        assertThat(value("tiketi-prod", "tasks_running")).isEqualTo("5");
        assertThat(value("tiketi-prod", "db_limit")).isEqualTo("100");
        assertThat(value("tiketi-prod", "db_unit")).isEqualTo("connections");
        assertThat(value("tiketi-prod", "cost_month_to_date")).isEqualTo("262.1");
        assertThat(value("tiketi-prod", "cost_as_of")).isEqualTo("2026-09-21");
        assertThat(value("tiketi-prod", "as_of")).isEqualTo("2026-09-22T04:42:00Z");
        assertThat(value("codemate-dev", "db_used")).isEqualTo("9");
        assertThat(value("codemate-dev", "db_limit")).isEmpty();
        assertThat(value("codemate-dev", "not_known"))
                .isEqualTo("databases[codemate-db-dev].maxConnections denied rds:DescribeDBInstances");
        assertThat(value("bowwow-prod", "tasks_running")).as("asked, not zero").isEmpty();
    }

    @Test
    void exportsOnlyTheRowsThatAreShown() {
        show(Snapshots.moment());
        model.filter("codemate");

        assertThat(model.csv().rows()).hasSize(2);
        assertThat(model.openCsv().rows()).singleElement().satisfies(row -> assertThat(row)
                .containsSequence("warning", "2026-09-22T04:21:12Z", "CodeMate", "development"));
    }

    private void show(WatchSnapshot snapshot) {
        model.show(snapshot, Snapshots.NOW);
    }

    private List<String> ids() {
        return model.rows().stream().map(row -> row.key().value()).toList();
    }

    private String value(String id, String column) {
        int row = ids().indexOf(id);
        return model.csv().rows().get(row).get(model.csv().header().indexOf(column));
    }
}
