package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.Saving;
import io.watchdeck.ui.MeterMoments;
import io.watchdeck.watch.MeterReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {

    /// As it is kept: without what each call cost.
    private final MeterReading now =
            new MeterReading(Money.usd("0.04"), Money.usd("0.61"), Money.usd("2.00"), Saving.NONE,
                    Map.of("ECS:DescribeServices", 1204L), List.of(), MeterMoments.elsewhere("").meter().free(),
                    Optional.of("127.0.0.1:4566"));
    private final String text = AnswerJson.text(MeterReading.class, now);

    /// As of an earlier version: what is replayed of its time is not lost with the version.
    @Test
    void whatDidNotHaveAnOptionalPartYetIsRead() {
        String earlier = text.replace("\"elsewhere\":", "\"another\":");
        assertThat(earlier).isNotEqualTo(text);

        Optional<MeterReading> read = AnswerJson.read(earlier, MeterReading.class);

        assertThat(read.map(MeterReading::month)).contains(now.month());
        assertThat(read.flatMap(MeterReading::elsewhere)).isEmpty();
    }

    @Test
    void whatLacksWhatCannotBeEmptyIsNotUnderstood() {
        assertThat(AnswerJson.<MeterReading>read(text, MeterReading.class)).isPresent();

        assertThat(AnswerJson.<MeterReading>read(text.replace("\"month\":", "\"another\":"), MeterReading.class))
                .isEmpty();
    }
}
