package io.watchdeck.ui.shell;

import io.watchdeck.stack.Environment;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How many stacks there are to be listed, whatever a screen's own filters leave of them.
///
/// @param counts of the watched stacks
/// @param unread stacks whose files cannot be used: nobody knows of which environment they are
/// @param why    which files those are, and what is wrong with them
record Environments(Map<Environment, Integer> counts, int unread, String why) {

    Environments {
        counts = Map.copyOf(counts);
    }

    static Environments none() {
        return new Environments(Map.of(), 0, "");
    }

    static Environments of(WatchSnapshot snapshot, Words words) {
        var counts = new EnumMap<Environment, Integer>(Environment.class);
        for (StackSnapshot stack : snapshot.stacks()) {
            counts.merge(stack.file().environment(), 1, Integer::sum);
        }
        var unread = snapshot.unread();
        return new Environments(counts, unread.size(),
                unread.stream().map(stack -> words.say(stack.says())).collect(Collectors.joining("\n")));
    }

    int watched() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
