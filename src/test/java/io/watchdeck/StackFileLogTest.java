package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.yaml.FileProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackFileLogTest {

    private static final FileProblem KEY =
            new FileProblem("/stacks/glimpse-prod.yaml", 3, 1, "Unknown key 'servces'.", "Did you mean 'services'?");
    private static final FileProblem SECOND = new FileProblem("/stacks/copy.yaml", 0, 0,
            "This stack is already described by sesami-prod.yaml.", "Remove one of the files.");

    private final List<String> lines = new ArrayList<>();
    private final FakeWatch watch = new FakeWatch(Snapshots.of(List.of()));
    private final StackFileLog log = new StackFileLog(watch, lines::add);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsWatchedIsToldOnce() {
        publish(List.of(Snapshots.glimpse(), Snapshots.sesami()));
        publish(List.of(Snapshots.sesami(), Snapshots.glimpse()));

        assertThat(lines).containsExactly("Stacks watched: glimpse-prod, sesami-prod");
    }

    @Test
    void aFileThatIsNewChangedOrGoneIsTold() {
        publish(List.of(Snapshots.glimpse()));
        lines.clear();

        publish(List.of(Snapshots.glimpse(), Snapshots.sesami()));
        publish(List.of(changed(Snapshots.glimpse()), Snapshots.sesami()));
        publish(List.of(Snapshots.sesami()));

        assertThat(lines).containsExactly("Stack file new: sesami-prod", "Stack file changed: glimpse-prod",
                "Stack file gone: glimpse-prod");
    }

    @Test
    void aFileThatIsWrongAndRightAgainIsToldWithItsMistake() {
        publish(List.of(Snapshots.glimpse(), Snapshots.sesami()));
        lines.clear();

        publish(List.of(Snapshots.sesami()), KEY);
        publish(List.of(Snapshots.sesami()), KEY);
        publish(List.of(Snapshots.glimpse(), Snapshots.sesami()));

        assertThat(lines).containsExactly("Stack file wrong: " + KEY,
                "Stack file right again: /stacks/glimpse-prod.yaml");
    }

    @Test
    void thatTheLastGoodVersionOfAWrongFileIsInUseIsTold() {
        publish(List.of(Snapshots.glimpse()));
        publish(List.of(Snapshots.glimpse()), KEY.whileCovered());
        publish(List.of(Snapshots.glimpse()));

        assertThat(lines).containsExactly("Stacks watched: glimpse-prod",
                "Stack file wrong: " + KEY + " Its last good version is in use.",
                "Stack file right again: /stacks/glimpse-prod.yaml");
    }

    @Test
    void aSecondFileOfAStackIsToldUntilItIsGone() {
        publish(List.of(Snapshots.sesami()), SECOND);
        publish(List.of(Snapshots.sesami()));

        assertThat(lines).containsExactly("Stack file wrong: " + SECOND, "Stacks watched: sesami-prod",
                "Stack file gone: /stacks/copy.yaml");
    }

    @Test
    void aFolderThatIsThereAgainIsNoStack() {
        publish(List.of(Snapshots.sesami()), new FileProblem("/stacks", 0, 0, "There is no such folder.", ""));
        publish(List.of(Snapshots.sesami()));

        assertThat(lines).endsWith("Stack file right again: /stacks");
    }

    private void publish(List<StackSnapshot> stacks, FileProblem... problems) {
        WatchSnapshot all = Snapshots.of(stacks);
        watch.publish(new WatchSnapshot(all.asOf(), all.stacks(), all.severity(), all.headline(), all.second(),
                all.completeness(), all.counts(), all.meter(), List.of(problems), all.refreshing(), all.lastRead(),
                all.nextRead(), all.every(), all.sandbox(), all.inspected(), all.notices(), all.resolved()));
    }

    private static StackSnapshot changed(StackSnapshot stack) {
        StackFile file =
                stack.file().withAccess(stack.file().access().withEndpoint(java.net.URI.create("http://localhost")));
        return new StackSnapshot(file, stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences());
    }
}
