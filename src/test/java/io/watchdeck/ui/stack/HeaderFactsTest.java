package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderFactsTest {

    private final StackSnapshot stack = Snapshots.tiketi();
    private final String actual = stack.identity().state().latest().orElseThrow().account();

    private HeaderFacts of(Optional<String> named, Access access) {
        StackFile before = stack.file();
        var file = new StackFile(before.id(), before.name(), before.environment(), access, named, before.cluster(),
                before.components(), before.plan(), before.costFilter(), before.rules(), before.alarmSeverities(),
                before.contradictions(), before.readOnly());
        return HeaderFacts.of(new StackSnapshot(file, stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(),
                stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(),
                stack.verdict(), stack.gaps(), stack.occurrences()), new Words(Locale.ENGLISH, Snapshots.ZONE));
    }

    @Test
    void credentialsOfAnotherAccountThanTheStackFileNamesAreTold() {
        HeaderFacts facts = of(Optional.of("111111111111"), stack.file().access());

        assertThat(actual).isNotEqualTo("111111111111");
        assertThat(facts.account()).isEqualTo("111111111111");
        assertThat(facts.place()).contains("account 1111-1111-1111, but signed in to account "
                + actual.substring(0, 4));
    }

    @Test
    void whereBothAreTheSameOneAccountIsTold() {
        HeaderFacts facts = of(Optional.of(actual), stack.file().access());

        assertThat(facts.account()).isEqualTo(actual);
        assertThat(facts.place()).contains(", account ").doesNotContain("but signed in");
    }

    @Test
    void theProfileAndTheRoleThatItIsReadWithAreTold() {
        HeaderFacts facts = of(Optional.empty(), new Access(Optional.of("work"),
                Optional.of("arn:aws:iam::111111111111:role/watch"), new Region("eu-west-1"), Optional.empty()));

        assertThat(facts.place()).contains("eu-west-1");
        assertThat(facts.who()).contains("Read as arn:aws:sts::", "Profile work",
                "Role arn:aws:iam::111111111111:role/watch");
    }
}
