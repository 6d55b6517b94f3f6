package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacedTest {

    private static final ComponentId API = new ComponentId(ComponentKind.SERVICE, "api");
    private static final Phrase HOT = Phrase.of("condition.alarmWas",
            Phrase.of("condition.compared", Phrase.of("metric.service.cpu"),
                    Phrase.of("condition.above", Phrase.of("amount.PERCENT", 70.0))),
            Phrase.of("amount.PERCENT", 91.0));

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void theComponentComesBeforeASentenceThatDoesNotNameIt() {
        assertThat(say(API, HOT)).isEqualTo("api: ECS CPU above 70%, was 91%");
        assertThat(say(new ComponentId(ComponentKind.SERVICE, "worker"), HOT))
                .isEqualTo("worker: ECS CPU above 70%, was 91%");
        assertThat(new Words(Locale.KOREAN, ZoneOffset.UTC).say(Placed.of(condition(API, HOT))))
                .startsWith("api: ");
    }

    @Test
    void noneIsNamedTwice() {
        assertThat(say(API, Phrase.of("condition.deploymentFailed", "api"))).isEqualTo("Deployment of api failed");
        assertThat(say(API, Phrase.of("condition.documented", Phrase.of("condition.running", "api", 1, 2), "soon")))
                .isEqualTo("api runs 1 of 2 tasks (document: soon)");
        assertThat(say(API, Phrase.of("condition.alarm", "shop-api-odd"))).isEqualTo("shop-api-odd is in ALARM");
    }

    @Test
    void aNameWithinAnotherWordIsNotItsName() {
        assertThat(say(API, Phrase.of("condition.alarm", "capital-odd"))).isEqualTo("api: capital-odd is in ALARM");
    }

    @Test
    void theWholeStackIsNamedAround() {
        assertThat(say(new ComponentId(ComponentKind.STACK, "Shop"), HOT)).isEqualTo("ECS CPU above 70%, was 91%");
    }

    @Test
    void anOccurrenceIsCalledByItsNameWhereItIs() {
        Condition hot = condition(API, HOT);
        var one = new Occurrence(new UUID(0, 1), AlarmKey.of(new StackId("shop"), hot), Instant.EPOCH, Finding.of(hot),
                Severity.WARNING, OptionalDouble.of(91), new Status.Open(Instant.EPOCH, Instant.EPOCH),
                Optional.empty());

        assertThat(words.say(Placed.of(one))).isEqualTo("api: ECS CPU");
    }

    private String say(ComponentId on, Phrase sentence) {
        return words.say(Placed.of(condition(on, sentence)));
    }

    private static Condition condition(ComponentId on, Phrase sentence) {
        return new Condition("hot", Source.CLOUDWATCH, on, Optional.of("service.cpu"), Severity.WARNING, State.ALARM,
                OptionalDouble.of(91), OptionalDouble.of(70), Optional.empty(), Optional.empty(), sentence);
    }
}
