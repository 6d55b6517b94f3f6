package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Allowance;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.MeterMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private final List<String> chosen = new ArrayList<>();
    private final SettingsViewModel model = new SettingsViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            PriceList.shipped(), (key, word) -> chosen.add(key + ": " + word));

    @Test
    void tellsWhatTheMonthCostAndWhatItMay() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        MeterPage page = page();
        assertThat(page).extracting(MeterPage::month, MeterPage::cap, MeterPage::today, MeterPage::share,
                MeterPage::tone).containsExactly("$0.61", "this month, cap $2.00", "$0.04 today", 0.305, Tone.NOTICE);
        assertThat(page.state()).startsWith("Nothing is done without. From 80% of the cap");
    }

    @Test
    void everyTableAddsUpToTheSame() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(lines(model.byApi())).extracting(SpendLine::name, SpendLine::numbers).containsExactly(
                tuple("CloudWatch GetMetricData", List.of("96", "816", "39,000", "$0.03", "$0.39")),
                tuple("Cost Explorer GetCostAndUsage", List.of("1", "22", "22", "$0.01", "$0.22")),
                tuple("ECS DescribeServices", List.of("1,204", "61,204", "61,204", "free", "free")),
                tuple("All calls", List.of("1,301", "62,042", "100,226", "$0.04", "$0.61")));
        assertThat(lines(model.byStack())).extracting(SpendLine::name, SpendLine::numbers).containsExactly(
                tuple("Tiketi PROD", List.of("96", "96", "29,000", "$0.03", "$0.29")),
                tuple("Shared by 6 stacks", List.of("1", "22", "22", "$0.01", "$0.22")),
                tuple("Glimpse PROD", List.of("0", "0", "10,000", "$0.00", "$0.10")),
                tuple("Not told by stack", List.of("0", "60,000", "60,000", "$0.00", "free")),
                tuple("BowWow PROD", List.of("1,000", "1,000", "1,000", "free", "free")),
                tuple("Shared by 2 stacks", List.of("0", "720", "0", "$0.00", "free")),
                tuple("BowWow PROD, operations", List.of("204", "204", "204", "free", "free")),
                tuple("All calls", List.of("1,301", "62,042", "100,226", "$0.04", "$0.61")));
    }

    @Test
    void pricesAreToldWithTheirSourceAndTheMonthInWhichTheyWereRead() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(page().prices()).contains(
                new MeterPage.Price("CloudWatch GetMetricData", "$0.01 for 1,000 metrics"),
                new MeterPage.Price("Cost Explorer, every request and page", "$0.01 a request"));
        assertThat(page().prices()).filteredOn(price -> price.call().startsWith("SQS")).singleElement()
                .satisfies(price -> assertThat(price.price()).startsWith("$0.40 for 1,000,000 requests"));
        assertThat(page().sources()).contains("aws.amazon.com/cloudwatch/pricing").contains(", read 20");
    }

    @Test
    void nearTheCapItSaysWhatIsDoneWithout() {
        model.show(MeterMoments.saving(Saving.METRICS), Snapshots.NOW);

        assertThat(page().tone()).isEqualTo(Tone.WARNING);
        assertThat(page().state()).startsWith("Costs are not asked for, and metrics come every 5 minutes");
    }

    @Test
    void theCapIsRaisedToTheGreatestThatTheFileTakesAndNoFurther() {
        model.show(MeterMoments.capped(Money.usd("900")), Snapshots.NOW);
        assertThat(page().raise().orElseThrow().word()).isEqualTo("1000");
        assertThat(SettingsFile.takes("cap", "1000")).isTrue();

        model.show(MeterMoments.capped(Money.usd("1000")), Snapshots.NOW);
        assertThat(page().raise()).isEmpty();
    }

    @Test
    void theCapIsRaisedByAPersonsWordOnly() {
        model.show(Snapshots.moment(), Snapshots.NOW);
        assertThat(page().raise().orElseThrow().label()).isEqualTo("Raise the cap to $3.00...");

        model.ask();
        assertThat(model.askingProperty().get()).isTrue();
        model.cancel();
        assertThat(chosen).isEmpty();
        assertThat(model.askingProperty().get()).isFalse();

        model.ask();
        model.raise();
        assertThat(chosen).containsExactly("cap: 3");
        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    void aSandboxSpendsNothingAndSaysSo() {
        model.show(Snapshots.sandbox(), Snapshots.NOW);
        model.raise();

        assertThat(page().state()).startsWith("This is the sandbox: its calls go to no account and cost nothing");
        assertThat(page().raise()).isEmpty();
        assertThat(chosen).isEmpty();
    }

    @Test
    void theFileHoldsEveryRowWithItsExactPrice() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(model.csv().header()).containsExactly("day_utc", "account", "call", "for", "calls", "units", "usd");
        assertThat(model.csv().rows()).hasSize(9).contains(List.of("2026-09-22", "222222222222",
                "CloudWatch:GetMetricData", "stack tiketi-prod", "96", "3000", "0.03"));
    }

    @Test
    void tellsTheShareOfTheFreeRequestsAndWhatEachAccountHasUsedOfIt() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        FreePage free = page().free().orElseThrow();
        assertThat(free.share()).isEqualTo("500,000");
        assertThat(free.of()).isEqualTo("requests a month and account: 50% of the 1,000,000 that CloudWatch answers "
                + "free of charge; other tools have the rest");
        assertThat(free.accounts()).containsExactly(
                new FreePage.Account("2222-2222-2222", "123,456 of 500,000", 0.246912, Tone.NOTICE, ""),
                new FreePage.Account("3333-3333-3333", "61,204 of 500,000", 0.122408, Tone.NOTICE, ""));
        assertThat(free.then()).contains("at $0.01 for 1,000");
    }

    @Test
    void aShareThatIsUsedUpSaysWhatFollows() {
        model.show(MeterMoments.saving(Saving.NONE), Snapshots.NOW);

        assertThat(page().free().orElseThrow().accounts()).containsExactly(new FreePage.Account("2222-2222-2222",
                "500,812 of 500,000", 1, Tone.WARNING, "used up: what is asked now is counted as if it cost"));
    }

    @Test
    void anAccountThatIsNotKnownAndAShareInRequestsAreToldAsSuch() {
        var words = new Words(Locale.ENGLISH, Snapshots.ZONE);
        var none = new Allowance.Use("CloudWatch", 1_000_000, FreeShare.ofRequests("0"), 0, Map.of("unknown", 3L));

        FreePage page = new FreeUses(words, false).of(none, Money.usd("0.01"));

        assertThat(page.of()).startsWith("requests a month and account, of the 1,000,000");
        assertThat(page.accounts()).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("account not known yet");
            assertThat(account.used()).isEqualTo("3 requests");
            assertThat(account.state()).as("nothing of the free ones was wanted").startsWith("none is taken of");
            assertThat(account.part()).isZero();
            assertThat(account.tone()).isEqualTo(Tone.NOTICE);
        });
        var unused = new Allowance.Use("CloudWatch", 1_000_000, FreeShare.ALL, 1_000_000, Map.of());
        assertThat(new FreeUses(words, false).of(unused, Money.usd("0.01")).none())
                .isEqualTo("No account has been asked this month.");
        assertThat(new FreeUses(words, true).of(unused, Money.usd("0.01")).none()).startsWith("In the sandbox");
    }

    @Test
    void theStepTowardsTheCapThatHoldsNowIsMarked() {
        model.show(MeterMoments.saving(Saving.METRICS), Snapshots.NOW);

        assertThat(page().steps()).extracting(MeterPage.Step::from, MeterPage.Step::now).containsExactly(
                tuple("below 80%", false), tuple("from 80%", false), tuple("from 90%", true),
                tuple("from 100%", false));
    }

    private MeterPage page() {
        return model.pageProperty().get().orElseThrow();
    }

    private static List<SpendLine> lines(ObservableList<Row<String, SpendLine>> rows) {
        return rows.stream().map(Row::facts).toList();
    }
}
