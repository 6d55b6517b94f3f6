package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.stack.TargetLines.Group;
import io.watchdeck.ui.stack.TargetLines.Line;
import io.watchdeck.ui.stack.TargetLines.Targets;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetLinesTest {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Test
    void theWorstComeFirstEachWithAwsReasonInFull() {
        Targets targets = of(ready(List.of(target("10.0.1.5", "healthy", "", ""),
                target("10.0.2.9", "draining", "Target.DeregistrationInProgress",
                        "Target deregistration is in progress"),
                target("10.0.3.7", "unhealthy", "Target.ResponseCodeMismatch",
                        "Health checks failed with these codes: [503]"))));

        assertThat(targets.summary()).isEqualTo("1 of 3 healthy, 1 draining");
        assertThat(lines(targets)).containsExactly(
                new Line(Severity.WARNING, "unhealthy", "10.0.3.7:3000", "2a",
                        "Target.ResponseCodeMismatch: Health checks failed with these codes: [503]"),
                new Line(Severity.NOTICE, "draining", "10.0.2.9:3000", "2a",
                        "Target.DeregistrationInProgress: Target deregistration is in progress"),
                new Line(Severity.FINE, "healthy", "10.0.1.5:3000", "2a", ""));
    }

    @Test
    void aStateThatIsNewIsShownAsItIsAboveWhatIsWell() {
        Targets targets = of(ready(List.of(target("10.0.1.5", "healthy", "", ""),
                new TargetState("i-0a1b", OptionalInt.empty(), "", "pondering", "", ""))));

        assertThat(lines(targets).getFirst()).isEqualTo(new Line(Severity.UNKNOWN, "pondering", "i-0a1b", "", ""));
    }

    @Test
    void noTargetIsAnAnswerAndNotZeroOfZero() {
        Targets targets = of(ready(List.of()));

        assertThat(targets.groups()).singleElement().satisfies(group -> {
            assertThat(group.note()).isEqualTo("No target is registered");
            assertThat(group.summary()).isEmpty();
            assertThat(group.absence()).isEmpty();
        });
    }

    @Test
    void manyTargetsSayHowManyAreNotShown() {
        Targets targets = of(ready(IntStream.range(0, 57).mapToObj(number -> target("10.0.1." + number, "healthy", "",
                "")).toList()));

        assertThat(lines(targets)).hasSize(50);
        assertThat(targets.summary()).isEqualTo("57 of 57 healthy");
        assertThat(targets.groups().getFirst().note()).isEqualTo("and 7 more");
    }

    @Test
    void aRefusalNamesTheActionAndCountsNothing() {
        Targets targets = of(new Panel<>(new Loadable.Failed<>(
                Failure.denied("elasticloadbalancing:DescribeTargetHealth"), Snapshots.NOW), EVERY));

        assertThat(targets.summary()).isEmpty();
        assertThat(targets.groups()).singleElement().extracting(Group::absence).satisfies(absence -> {
            assertThat(absence).map(Absence::kind).contains(Absence.Kind.DENIED);
            assertThat(absence).map(Absence::detail).contains("elasticloadbalancing:DescribeTargetHealth");
        });
    }

    @Test
    void whatIsKnownFromBeforeStaysWithItsAge() {
        Targets targets = of(new Panel<>(new Loadable.Stale<>(List.of(target("10.0.1.5", "healthy", "", "")),
                Snapshots.NOW.minus(Duration.ofMinutes(9)), Failure.throttled("elasticloadbalancing:Any")), EVERY));

        assertThat(lines(targets)).hasSize(1);
        assertThat(targets.age()).map(Age::freshness).contains(Freshness.STALE);
        assertThat(targets.age()).map(Age::text).contains("9 min");
    }

    @Test
    void aGroupThatTheFileDoesNotNameIsSaidToBeNotRead() {
        StackSnapshot tiketi = Snapshots.tiketi();
        var without = withBalancers(tiketi, List.of());

        Targets targets = targets(without, 0);

        assertThat(targets.age()).isEmpty();
        assertThat(targets.groups()).singleElement().extracting(Group::absence).satisfies(absence -> {
            assertThat(absence).map(Absence::kind).contains(Absence.Kind.NOT_KEPT);
            assertThat(absence).map(Absence::sentence).get().asString().contains("tiketi-backend-tg");
        });
    }

    @Test
    void aServiceWithoutLoadBalancerSaysSo() {
        Targets targets = targets(Snapshots.bowwow(), 1);

        assertThat(targets.note()).isEqualTo("No load balancer in front of this service");
        assertThat(targets.groups()).isEmpty();
    }

    @Test
    void beforeTheServiceIsKnownNobodyKnowsItsGroups() {
        StackSnapshot asking = Snapshots.loading().stacks().stream()
                .filter(stack -> stack.file().id().value().equals("bowwow-prod")).findFirst().orElseThrow();

        Targets targets = targets(asking, 0);

        assertThat(targets.absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
        assertThat(targets.note()).isEmpty();
    }

    private static List<Line> lines(Targets targets) {
        return targets.groups().stream().flatMap(group -> group.lines().stream()).toList();
    }

    /// Tiketi with this about its one target group.
    private static Targets of(Panel<List<TargetState>> told) {
        StackSnapshot stack = Snapshots.tiketi();
        var balancers = stack.loadBalancers().stream().map(one -> new StackSnapshot.LoadBalancer(one.spec(),
                one.requests(), one.errors5xx(), one.target5xx(), one.elb5xx(), one.p50(), one.p95(), one.p99(),
                one.targetGroups().stream().map(group -> new StackSnapshot.TargetGroup(group.name(), group.healthy(),
                        group.unhealthy(), told)).toList()))
                .toList();
        return targets(withBalancers(stack, balancers), 0);
    }

    private static StackSnapshot withBalancers(StackSnapshot stack, List<StackSnapshot.LoadBalancer> balancers) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), balancers,
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences());
    }

    private static Targets targets(StackSnapshot stack, int service) {
        return new TargetLines(stack, Snapshots.NOW, new Words(Locale.ENGLISH, Snapshots.ZONE))
                .of(stack.services().get(service));
    }

    private static Panel<List<TargetState>> ready(List<TargetState> targets) {
        return new Panel<>(new Loadable.Ready<>(targets, Snapshots.NOW.minusSeconds(12)), EVERY);
    }

    private static TargetState target(String id, String state, String reason, String description) {
        return new TargetState(id, OptionalInt.of(3000), "ap-northeast-2a", state, reason, description);
    }
}
