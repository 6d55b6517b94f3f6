package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.level;
import static io.watchdeck.watch.Rig.shop;
import static io.watchdeck.watch.Rig.small;
import static io.watchdeck.watch.Rig.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The watching on schedule. The pollers run on threads of their own: each test waits for the snapshot or the call that
/// it is about. The clock stands still, so that nothing becomes due by itself but by the schedule's own pauses, which
/// are longer than a test.
@Timeout(20)
class LiveWatchTest {

    private final Rig rig = new Rig();
    private final StackFile shop = shop();
    private final FakeCloud cloud = rig.cloud(shop);
    private final BlockingQueue<WatchSnapshot> snapshots = new LinkedBlockingQueue<>();

    @BeforeEach
    void subscribe() {
        rig.watch.subscribe(snapshots::add);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everySubjectIsReadAtTheStart() throws InterruptedException {
        WatchSnapshot snapshot = readTheFirstTime();

        assertThat(snapshot.lastRead()).contains(Rig.NOW);
        assertThat(snapshot.nextRead()).contains(Rig.NOW.plus(rig.rhythm.metricsAttended()));
        for (Subject subject : Subject.values()) {
            assertThat(cloud.mostAtATime(subject)).as(subject.name()).isEqualTo(1);
        }
    }

    @Test
    void stacksAreThereWithTheirComponentsBeforeAnythingIsRead() {
        rig.watch(shop);

        assertThat(first(rig.watch.current()).services()).hasSize(1);
        assertThat(rig.watch.current().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(rig.watch.stacks()).containsExactly(shop);
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void whatIsAllowedOnceTheAccountIsKnownIsReadAtOnce() throws InterruptedException {
        StackFile named = stack("shop", Rig.WITH_ACCOUNT);
        FakeCloud account = rig.cloud(named);
        account.hang(Subject.IDENTITY);
        rig.watch(named);
        rig.watch.start();
        account.awaitCall(Subject.IDENTITY);
        assertThat(account.calls()).containsExactly("IDENTITY ");

        account.release(Subject.IDENTITY);

        await(all -> first(all).verdict().severity() == Severity.FINE
                && first(all).cost().state() instanceof Loadable.Ready);
    }

    @Test
    void refreshesWhileASourceHangsAskItNoMore() throws InterruptedException {
        readTheFirstTime();
        List<Subject> subjects = List.of(Subject.SERVICES, Subject.METRICS, Subject.QUEUES, Subject.ALARMS);
        subjects.forEach(cloud::hang);
        while (!subjects.stream().allMatch(subject -> cloud.calls(subject).size() == 1)) {
            rig.watch.refresh();
            Thread.onSpinWait();
        }

        IntStream.range(0, 10).forEach(_ -> rig.watch.refresh());

        assertThat(subjects).allSatisfy(subject -> assertThat(cloud.calls(subject)).hasSize(1));
        assertThat(cloud.calls(Subject.COST)).as("a refresh never pays for cost again").isEmpty();
    }

    @Test
    void aHangingSourceHoldsUpNoOther() throws InterruptedException {
        cloud.hang(Subject.QUEUES);
        rig.watch(shop);
        rig.watch.start();

        WatchSnapshot snapshot = await(all -> first(all).services().getFirst().state().state() instanceof Loadable.Ready
                && first(all).alarms().state() instanceof Loadable.Ready);

        assertThat(first(snapshot).queues().getFirst().state().state()).isEqualTo(Loadable.loading());
    }

    @Test
    void pausedItReadsNothingAndSaysSo() {
        rig.watch(shop);
        rig.watch.pause(true);
        rig.watch.start();

        assertThat(rig.watch.paused()).isTrue();
        assertThat(cloud.calls()).isEmpty();
        assertThat(rig.watch.current().nextRead()).isEmpty();
    }

    @Test
    void resumedItReadsWhatIsDue() throws InterruptedException {
        rig.watch(shop);
        rig.watch.pause(true);
        rig.watch.start();

        rig.watch.pause(false);

        await(all -> first(all).verdict().severity() == Severity.FINE);
        assertThat(rig.watch.paused()).isFalse();
    }

    @Test
    void aRefreshReadsThoughPaused() throws InterruptedException {
        rig.watch(shop);
        rig.watch.pause(true);
        rig.watch.start();

        rig.watch.refresh();

        await(all -> first(all).services().getFirst().state().state() instanceof Loadable.Ready);
    }

    @Test
    void changedFilesDoNotEndAPause() {
        rig.watch(shop);
        rig.watch.pause(true);
        rig.watch.start();

        rig.watch(shop, stack("two", Rig.SHOP));

        assertThat(cloud.calls()).isEmpty();
        assertThat(rig.watch.current().stacks()).hasSize(2);
    }

    @Test
    void whatIsKnownOfAnAccountOutlivesAMomentWithoutItsStacks() {
        rig.watch(shop);
        rig.readAll();
        rig.watch();

        rig.watch(shop);

        assertThat(rig.watch.readOnce(Set.of()).stacks()).singleElement()
                .matches(stack -> stack.services().getFirst().state().state().latest().isPresent());
    }

    @Test
    void theFocusedStackIsReadWithAllItsMetrics() throws InterruptedException {
        readTheFirstTime();
        assertThat(asked()).as("what a rule or the overview needs").contains("CPUUtilization", "DatabaseConnections")
                .doesNotContain("MemoryUtilization");

        rig.watch.focus(Optional.of(shop.id()));
        cloud.awaitCall(Subject.METRICS);
        cloud.awaitCall(Subject.METRICS);

        assertThat(asked(1)).as("what has been read lately").contains("CPUUtilization", "DatabaseConnections")
                .doesNotContain("MemoryUtilization");
        assertThat(asked()).as("what has not").contains("MemoryUtilization").doesNotContain("DatabaseConnections");
    }

    @Test
    void aStackFocusedDuringAReadingIsReadAfterIt() throws InterruptedException {
        readTheFirstTime();
        cloud.hang(Subject.METRICS);
        rig.clock.forward(rig.rhythm.every(Subject.METRICS).plusSeconds(1));
        rig.watch.focus(Optional.of(new StackId("another")));
        cloud.awaitCall(Subject.METRICS);

        rig.watch.focus(Optional.of(shop.id()));
        cloud.release(Subject.METRICS);
        cloud.awaitCall(Subject.METRICS);
        cloud.awaitCall(Subject.METRICS);

        assertThat(asked()).contains("MemoryUtilization");
        assertThat(cloud.mostAtATime(Subject.METRICS)).isEqualTo(1);
    }

    @Test
    void aStackThatNobodyLooksAtIsNotReadInTheFasterRhythm() throws InterruptedException {
        StackFile open = stack("open", Rig.SHOP.replace("cluster: shop", "cluster: open"));
        StackFile quiet = small("Tiketi", "production", "");
        cloud.metrics().put("AWS/ECS", "CPUUtilization", level(97), "ClusterName", "open", "ServiceName", "api");
        rig.watch(open, quiet);
        rig.watch.start();
        await(all -> all.severity() == Severity.CRITICAL && all.stacks().stream()
                .noneMatch(stack -> stack.verdict().severity() == Severity.UNKNOWN) && all.lastRead().isPresent());

        cloud.forgetCalls();
        rig.clock.forward(Duration.ofMinutes(2));
        rig.watch.focus(Optional.of(new StackId("another")));
        cloud.awaitCall(Subject.METRICS);

        assertThat(lastQueries()).as("the stack with an open alarm")
                .anyMatch(query -> query.dimensions().containsValue("open"))
                .noneMatch(query -> query.dimensions().containsValue("tiketi"));
    }

    @Test
    void aServiceLookedAtCloselyIsReadAtOnce() throws InterruptedException {
        readTheFirstTime();

        rig.watch.inspect(Optional.of(new Inspection(shop.id(), "api")));

        await(all -> all.inspected().filter(one -> one.activities().state() instanceof Loadable.Ready).isPresent());
        assertThat(cloud.calls()).contains("ACTIVITIES shop api");
    }

    @Test
    void aReadingUnderWayIsSaidAndItsEndToo() throws InterruptedException {
        cloud.hang(Subject.METRICS);
        rig.watch(shop);
        rig.watch.start();
        cloud.awaitCall(Subject.METRICS);
        await(WatchSnapshot::refreshing);

        cloud.release(Subject.METRICS);

        WatchSnapshot after = await(all -> all.lastRead().isPresent());
        assertThat(after.refreshing()).isFalse();
    }

    @Test
    void changedFilesKeepWhatIsKnown() throws InterruptedException {
        readTheFirstTime();
        for (Subject subject : Subject.values()) {
            cloud.hang(subject);
        }
        StackFile changed = stack("shop", Rig.SHOP.replace("above: 70", "above: 30"));

        rig.watch.stacks(List.of(changed), List.of());

        StackSnapshot stack = first(await(all -> first(all).file().equals(changed)));
        assertThat(stack.services().getFirst().state().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.verdict().severity()).as("judged by the new rule").isEqualTo(Severity.NOTICE);
    }

    @Test
    void changedFilesAreReadWithoutBeingStartedAgain() throws InterruptedException {
        readTheFirstTime();
        StackFile more = small("Tiketi", "production", "");

        rig.watch.stacks(List.of(shop, more), List.of(new FileProblem("bad.yaml", 1, 1, "wrong", "right")));

        WatchSnapshot snapshot = await(all -> all.stacks().size() == 2 && all.stacks().stream()
                .allMatch(stack -> stack.verdict().severity() == Severity.FINE));
        assertThat(snapshot.problems()).hasSize(1);
    }

    @Test
    void anotherProblemOfTheFilesIsToldAndNothingIsReadAnew() throws InterruptedException {
        readTheFirstTime();
        cloud.hang(Subject.METRICS);
        rig.watch.focus(Optional.of(shop.id()));
        cloud.awaitCall(Subject.METRICS);
        var problem = new FileProblem("bad.yaml", 1, 1, "wrong", "right");

        rig.watch.stacks(List.of(shop), List.of(problem));

        WatchSnapshot snapshot = await(all -> all.problems().equals(List.of(problem)));
        assertThat(snapshot.refreshing()).as("what was being read goes on").isTrue();
        cloud.release(Subject.METRICS);
        await(all -> !all.refreshing());
        assertThat(rig.watch.known(List.of(shop))).as("status still knows it").isPresent();
        assertThat(cloud.calls()).allMatch(call -> call.startsWith(Subject.METRICS + " "));
    }

    @Test
    void whatAChangedFileAddsIsReadThoughItsStackWasReadLately() throws InterruptedException {
        readTheFirstTime();
        cloud.metrics().put("AWS/ECS", "CPUUtilization", level(97), "ClusterName", "shop", "ServiceName", "web");

        rig.watch(stack("shop", Rig.SHOP.replace("desired: 2}", "desired: 2}, {name: web}")));

        await(all -> all.severity() == Severity.CRITICAL);
    }

    @Test
    void whatIsNoLongerWatchedIsNoLongerAsked() throws InterruptedException {
        readTheFirstTime();
        rig.watch.stacks(List.of(), List.of());
        await(all -> all.stacks().isEmpty());

        rig.watch.refresh();

        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void closeReturnsAtOnceThoughASourceHangs() throws InterruptedException {
        for (Subject subject : Subject.values()) {
            cloud.hang(subject);
        }
        rig.watch(shop);
        rig.watch.start();
        cloud.awaitCall(Subject.SERVICES);

        rig.watch.close();
        snapshots.clear();
        cloud.releaseAll();

        assertThat(rig.watch.current().stacks()).as("the last one stays").hasSize(1);
        assertThat(snapshots).isEmpty();
    }

    @Test
    void closedItAsksNothing() throws InterruptedException {
        readTheFirstTime();
        rig.watch.close();

        rig.watch.refresh();
        rig.watch.focus(Optional.of(shop.id()));

        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void whoUnsubscribesHearsNoMore() {
        var heard = new AtomicInteger();
        Watch.Subscription subscription = rig.watch.subscribe(_ -> heard.incrementAndGet());
        rig.watch(shop);
        int before = heard.get();
        subscription.close();

        rig.watch(shop);

        assertThat(before).isPositive();
        assertThat(heard).hasValue(before);
    }

    @Test
    void oneListenersMistakeDoesNotKeepTheOthersFromHearing() {
        snapshots.clear();
        var late = new AtomicInteger();
        rig.watch.subscribe(_ -> {
            throw new IllegalStateException("a mistake of a listener");
        });
        rig.watch.subscribe(_ -> late.incrementAndGet());

        rig.watch(shop);

        assertThat(snapshots).isNotEmpty();
        assertThat(late).hasPositiveValue();
    }

    /// Starts the watch and waits until each subject has been read.
    private WatchSnapshot readTheFirstTime() throws InterruptedException {
        rig.watch(shop);
        rig.watch.start();
        WatchSnapshot snapshot =
                await(all -> first(all).verdict().severity() == Severity.FINE && all.lastRead().isPresent()
                        && !all.refreshing() && first(all).cost().state() instanceof Loadable.Ready
                        && first(all).databases().getFirst().facts().state() instanceof Loadable.Ready
                        && first(all).services().getFirst().tasks().state() instanceof Loadable.Ready
                        && first(all).services().getFirst().scaling().state() instanceof Loadable.Ready
                        && first(all).pipes().getFirst().state().state() instanceof Loadable.Ready
                        && first(all).identity().state() instanceof Loadable.Ready
                        && Arrays.stream(Subject.values()).allMatch(subject -> cloud.mostAtATime(subject) > 0));
        cloud.forgetCalls();
        return snapshot;
    }

    private static StackSnapshot first(WatchSnapshot snapshot) {
        return snapshot.stacks().getFirst();
    }

    /// The next snapshot that fits.
    private WatchSnapshot await(Predicate<WatchSnapshot> fits) throws InterruptedException {
        while (true) {
            WatchSnapshot snapshot = snapshots.poll(10, TimeUnit.SECONDS);
            assertThat(snapshot).as("a snapshot that fits").isNotNull();
            if (fits.test(snapshot)) {
                return snapshot;
            }
        }
    }

    private List<MetricQuery> lastQueries() {
        return cloud.metrics().reads().getLast().queries();
    }

    /// The metrics of the last call.
    private List<String> asked() {
        return asked(0);
    }

    /// @param before how many calls before the last
    private List<String> asked(int before) {
        return cloud.metrics().reads().reversed().get(before).queries().stream().map(MetricQuery::name).toList();
    }
}
