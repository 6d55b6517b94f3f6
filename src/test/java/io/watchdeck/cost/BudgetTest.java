package io.watchdeck.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Budget.State;
import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a budget stands, and whose it is.
class BudgetTest {

    private static final CostFilter SHOP = new CostFilter(Map.of("Project", "shop", "Stage", "prod"), List.of());

    @ParameterizedTest
    @CsvSource({"101, 100, OVER", "100, 120, WILL_BE_OVER", "90, 100, WITHIN", "90, , WITHIN", ", , NOT_COMPUTED",
            ", 130, WILL_BE_OVER"})
    void itIsOverOnlyBeyondItsLimit(String actual, String forecast, State state) {
        assertThat(new Budget("b", "COST", "MONTHLY", Money.usd("100"), Optional.ofNullable(actual).map(Money::usd),
                Optional.ofNullable(forecast).map(Money::usd), Budget.Counts.ALL).state()).isEqualTo(state);
    }

    @Test
    void itIsTheStacksThatHasItsTagsAndEverybodysThatCountsAll() {
        assertThat(counting(Map.of("Project", "shop"), false).concerns(Optional.of(SHOP))).isTrue();
        assertThat(counting(Map.of("Project", "forum"), false).concerns(Optional.of(SHOP))).isFalse();
        assertThat(counting(Map.of("Project", "shop"), true).concerns(Optional.of(SHOP))).as("of one service")
                .isFalse();
        assertThat(counting(Map.of(), false).concerns(Optional.empty())).isTrue();
        assertThat(counting(Map.of("Project", "shop"), false).concerns(Optional.empty())).isFalse();
    }

    private static Budget counting(Map<String, String> tags, boolean narrow) {
        return new Budget("b", "COST", "MONTHLY", Money.usd("100"), Optional.empty(), Optional.empty(),
                new Budget.Counts(tags, narrow));
    }
}
