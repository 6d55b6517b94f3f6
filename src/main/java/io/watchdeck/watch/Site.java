package io.watchdeck.watch;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One account and Region as one set of credentials reaches it, with the stacks that live there. Read as a whole, so
/// that batches are as large as AWS takes.
///
/// @param board what is known of it; survives when the stack files change
/// @param backfill empty where nothing is kept for later
record Site(Access access, List<StackFile> stacks, Board board, SiteReader reader, Optional<Backfill> backfill) {

    /// The stacks of each account and Region, both in the order in which they were given.
    static Map<Access, List<StackFile>> byAccess(List<StackFile> stacks) {
        return stacks.stream().collect(Collectors.groupingBy(StackFile::access, LinkedHashMap::new,
                Collectors.toList()));
    }

    /// Each account and Region.
    ///
    /// @param boards with what is known of each already; gets those of new ones
    static List<Site> all(List<StackFile> stacks, Map<Access, Board> boards, CloudConnector connector,
            MetricCatalogue catalogue, WatchSettings settings, Clock clock) {
        return byAccess(stacks).entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue(),
                boards.computeIfAbsent(entry.getKey(),
                        _ -> new Board(settings.history().map(WatchHistory::metrics), clock)),
                connector, catalogue, settings, clock)).toList();
    }

    static Site of(Access access, List<StackFile> stacks, Board board, CloudConnector connector,
            MetricCatalogue catalogue, WatchSettings settings, Clock clock) {
        var reader = new SiteReader(stacks, connector.connect(access), board, catalogue,
                new Attempts(settings.rhythm(), clock), new Thrift(settings.meter()::saving, settings.costs()), clock);
        return new Site(access, List.copyOf(stacks), board, reader, settings.history()
                .map(kept -> new Backfill(reader, kept.metrics(), clock)));
    }

    /// What tells this account and Region from others in the history. The way to it counts, not the account it leads to:
    /// that is known only when AWS has answered.
    String place() {
        return place(access);
    }

    static String place(Access access) {
        return Stream.of(Optional.of(access.region().code()), access.profile(), access.role(),
                access.endpoint().map(Object::toString)).map(part -> part.orElse("-")).collect(Collectors.joining(" "));
    }

    /// As people say it.
    String name() {
        return access.region() + access.profile().map(profile -> " " + profile).orElse("");
    }

    /// Whether anything may be asked about any of its stacks.
    boolean isAdmitted() {
        return stacks.stream().anyMatch(stack -> reader.cloud(stack).isPresent());
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
