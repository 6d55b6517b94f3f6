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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnCostsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);

    private static MeteredCalls call(String account) {
        return call(account, "0.01");
    }

    private static MeteredCalls call(String account, String price) {
        return new MeteredCalls(account, TODAY, "Cost Explorer:GetCostAndUsage", new Payer.Several(2), 1, 1,
                new BigDecimal(price));
    }

    private static OwnCost own(Locale language, MeteredCalls... calls) {
        var meter = new MeterReading(Money.usd("0.02"), Money.usd("0.02"), Money.usd("2"), Saving.NONE, Map.of(),
                List.of(calls), Snapshots.moment().meter().free(), Optional.empty());
        return new OwnCosts(new CostText(new Words(language, Snapshots.ZONE))).of(meter, Snapshots.NOW);
    }

    /// They are no account beside the others.
    @Test
    void whatWasAskedBeforeTheAccountWasKnownIsOneSentence() {
        OwnCost one = own(Locale.ENGLISH, call("222222222222"), call("unknown", "0"), call("unknown", "0"));
        assertThat(one.accounts()).as("there is one account").isEmpty();
        assertThat(one.early()).isEqualTo("2 calls before the account was known.");

        OwnCost two = own(Locale.ENGLISH, call("222222222222"), call("333333333333"), call("unknown"));
        assertThat(two.accounts()).extracting(OwnCost.Line::name)
                .containsExactlyInAnyOrder("Account 222222222222", "Account 333333333333");
        assertThat(two.early()).isEqualTo("One call before the account was known, $0.01.");
        assertThat(own(Locale.KOREAN, call("222222222222"), call("unknown")).early()).contains("계정을 알기 전");

        assertThat(own(Locale.ENGLISH, call("unknown")).early()).as("nothing else was asked").isEmpty();
        assertThat(own(Locale.ENGLISH, call("222222222222")).early()).isEmpty();
    }
}
