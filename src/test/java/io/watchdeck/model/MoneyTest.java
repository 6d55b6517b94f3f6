package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency WON = Currency.getInstance("KRW");

    @Test
    void amountsAreAddedExactly() {
        assertThat(Money.usd("0.10").plus(Money.usd("0.20"))).isEqualTo(Money.usd("0.30"));
        assertThat(Money.usd("7.05").plus(Money.zero(Currency.getInstance("USD"))).amount())
                .isEqualByComparingTo("7.05");
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.usd("1").plus(Money.zero(WON)))
                .withMessageContaining("KRW").withMessageContaining("USD");
    }

    @Test
    void roundsHalfUp() {
        assertThat(Money.usd("0.125").rounded(2)).isEqualTo(Money.usd("0.13"));
        assertThat(Money.usd("-0.125").rounded(2)).isEqualTo(Money.usd("-0.13"));
        assertThat(Money.usd("56").rounded(0)).isEqualTo(Money.usd("56"));
    }

    @Test
    void timesKeepsTheCurrency() {
        Money half = new Money(new BigDecimal("3"), WON).times(0.5);

        assertThat(half.amount()).isEqualByComparingTo("1.5");
        assertThat(half.currency()).isEqualTo(WON);
    }
}
