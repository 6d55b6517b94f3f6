package io.watchdeck.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.Saving;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnCostsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);

    private static MeteredCalls call(String account) {
        return new MeteredCalls(account, TODAY, "Cost Explorer:GetCostAndUsage", new Payer.Several(2), 1, 1,
                new BigDecimal("0.01"));
    }

    private static List<String> accounts(Locale language, MeteredCalls... calls) {
        var meter = new MeterReading(Money.usd("0.02"), Money.usd("0.02"), Money.usd("2"), Saving.NONE, Map.of(),
                List.of(calls), Snapshots.moment().meter().free());
        return new OwnCosts(new CostText(new Words(language, Snapshots.ZONE))).of(meter, Snapshots.NOW).accounts()
                .stream().map(OwnCost.Line::name).toList();
    }

    @Test
    void whatWasAskedBeforeTheAccountWasKnownSaysSo() {
        assertThat(accounts(Locale.ENGLISH, call("222222222222"), call("unknown")))
                .containsExactlyInAnyOrder("Account 222222222222", "account not known yet");
        assertThat(accounts(Locale.KOREAN, call("222222222222"), call("unknown")))
                .noneMatch(name -> name.contains("unknown"));
    }
}
