package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardsTest {

    private static final Duration LATE = Duration.ofMinutes(8);

    /// A disc beside a figure has no room for more.
    @Test
    void theTooltipOfALateLineSaysHowOldItIs() {
        List<CardFacts.Line> late = Snapshots.moment().stacks().stream()
                .flatMap(stack -> Cards.of(stack, Snapshots.NOW.plus(LATE), new Words(Locale.ENGLISH, Snapshots.ZONE))
                        .stream())
                .flatMap(card -> Stream.concat(card.left().stream(), card.right().stream()))
                .filter(CardFacts.Line.class::isInstance).map(CardFacts.Line.class::cast)
                .filter(line -> line.late().isPresent()).toList();

        assertThat(late).extracting(CardFacts.Line::name).contains("Healthy hosts", "Draining");
        assertThat(late).allSatisfy(
                line -> assertThat(line.tooltip()).contains(line.late().orElseThrow().sentence()));
    }
}
