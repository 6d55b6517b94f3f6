package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [MeterStore] keeps.
public abstract class MeterStoreContract {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);
    private static final String ASKED = "CloudWatch:GetMetricData";

    private MeterStore store;

    /// Empty.
    protected abstract MeterStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @Test
    void addsUpWhatIsOfOneDayAccountAndCall() {
        store.add(List.of(calls("1", DAY, ASKED, 2, "0.00002")));
        store.add(List.of(calls("1", DAY, ASKED, 3, "0.00003"), calls("1", DAY, ASKED, 1, "0.00001")));

        assertThat(store.read(DAY, DAY)).containsExactly(calls("1", DAY, ASKED, 6, "0.00006"));
    }

    @Test
    void keepsDaysAccountsAndCallsApart() {
        var all = List.of(calls("1", DAY, ASKED, 1, "0.1"), calls("1", DAY, "ECS:DescribeServices", 1, "0"),
                calls("2", DAY, ASKED, 1, "0.2"), calls("1", DAY.plusDays(1), ASKED, 1, "0.3"));

        store.add(all);

        assertThat(store.read(DAY, DAY.plusDays(1))).containsExactlyElementsOf(all);
        assertThat(store.read(DAY.plusDays(1), DAY.plusDays(1))).containsExactly(all.getLast());
        assertThat(store.read(DAY.plusDays(2), DAY.plusDays(9))).isEmpty();
    }

    @Test
    void keepsForWhomWasAsked() {
        var all = List.of(calls("1", DAY, ASKED, new Payer.Console(), 1, "0.1"),
                calls("1", DAY, ASKED, new Payer.Operations(new StackId("chat-prod")), 5, "0"),
                calls("1", DAY, ASKED, new Payer.Several(3), 4, "0"),
                calls("1", DAY, ASKED, new Payer.Stack(new StackId("chat-prod")), 2, "0.2"),
                calls("1", DAY, ASKED, new Payer.Untold(), 3, "0.3"));

        store.add(all);
        store.add(List.of(all.get(3)));

        assertThat(store.read(DAY, DAY)).containsExactly(all.get(0), all.get(1), all.get(2),
                calls("1", DAY, ASKED, new Payer.Stack(new StackId("chat-prod")), 4, "0.4"), all.get(4));
    }

    @Test
    void aThousandSmallPricesAreExact() {
        for (int i = 0; i < 1000; i++) {
            store.add(List.of(calls("1", DAY, ASKED, 1, "0.00001")));
        }

        assertThat(store.read(DAY, DAY)).containsExactly(calls("1", DAY, ASKED, 1000, "0.01"));
    }

    @Test
    void nothingAddedIsNothingKept() {
        store.add(List.of());

        assertThat(store.read(DAY, DAY)).isEmpty();
    }

    private static MeteredCalls calls(String account, LocalDate day, String call, long calls, String dollars) {
        return calls(account, day, call, new Payer.Console(), calls, dollars);
    }

    private static MeteredCalls calls(String account, LocalDate day, String call, Payer payer, long calls,
            String dollars) {
        return new MeteredCalls(account, day, call, payer, calls, 2 * calls,
                new BigDecimal(dollars).stripTrailingZeros());
    }
}
