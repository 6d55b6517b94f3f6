package io.watchdeck.ui.spot;

import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The lines that were read so far, page by page. The newest page is read again and again, and what it tells is the truth of
/// its time; older pages stay as they were read.
final class KnownLines {

    private static final Comparator<Line> NEWEST_FIRST = Comparator.comparing((Line line) -> line.entry().at())
            .thenComparing(line -> line.entry().id()).reversed();

    private List<Line> lines = List.of();
    /// Whether there are lines older than those that were read.
    private boolean more;
    private boolean paged;

    /// Nothing was read of another time.
    void forget() {
        lines = List.of();
        more = false;
        paged = false;
    }

    void newest(LedgerAnswer page) {
        if (!page.more() || page.lines().isEmpty()) {
            join(List.of(), page.lines());
            more = false;
            paged = false;
            return;
        }
        Instant oldest = page.lines().getLast().entry().at();
        Instant from = page.question().range().from();
        join(lines.stream().filter(line -> line.entry().at().isBefore(oldest)
                && !line.entry().at().isBefore(from)).toList(), page.lines());
        more = paged ? more : page.more();
    }

    void older(LedgerAnswer page) {
        join(lines, page.lines());
        more = page.more();
        paged = true;
    }

    private void join(List<Line> before, List<Line> read) {
        Map<String, Line> all = new LinkedHashMap<>();
        Stream.concat(before.stream(), read.stream()).forEach(line -> all.put(line.entry().id(), line));
        var sorted = new ArrayList<>(all.values());
        sorted.sort(NEWEST_FIRST);
        lines = List.copyOf(sorted);
    }

    void goOn(KnownLines before) {
        lines = before.lines;
        more = before.more;
        paged = before.paged;
    }

    List<Line> newestFirst() {
        return lines;
    }

    Optional<Line> find(String id) {
        return lines.stream().filter(line -> line.entry().id().equals(id)).findFirst();
    }

    boolean more() {
        return more;
    }
}
