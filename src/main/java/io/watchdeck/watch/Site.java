package io.watchdeck.watch;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// One account and Region as one set of credentials reaches it, with the stacks that live there. Read as a whole, so
/// that batches are as large as AWS takes.
///
/// @param board what is known of it; survives when the stack files change
record Site(Access access, List<StackFile> stacks, Board board, SiteReader reader) {

    static Site of(Access access, List<StackFile> stacks, Board board, CloudConnector connector,
            MetricCatalogue catalogue, Rhythm rhythm, Clock clock) {
        return new Site(access, List.copyOf(stacks), board, new SiteReader(stacks, connector.connect(access), board,
                catalogue, new Attempts(rhythm, clock), clock));
    }

    /// Whether AWS takes these credentials no longer.
    boolean isSignedOut() {
        return board.identity.get(Board.ONLY).problem()
                .filter(failure -> failure.kind() == Failure.Kind.EXPIRED).isPresent();
    }

    /// Reads everything once: who we are, then all else at the same time, then the metrics, some of which are of things
    /// that the reading before has found.
    void readOnce(Set<Subject> subjects) {
        reader.read(Subject.IDENTITY);
        Parallel.run(subjects.stream().filter(subject -> subject != Subject.IDENTITY && subject != Subject.METRICS)
                .<Runnable>map(subject -> () -> reader.read(subject)).toList());
        if (subjects.contains(Subject.METRICS)) {
            reader.read(Subject.METRICS);
        }
    }

    static void readOnce(Collection<Site> sites, Set<Subject> subjects) {
        Parallel.run(sites.stream().<Runnable>map(site -> () -> site.readOnce(subjects)).toList());
    }
}
