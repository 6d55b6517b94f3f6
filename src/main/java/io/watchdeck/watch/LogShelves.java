package io.watchdeck.watch;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what the log groups of stacks hold, for all stacks of an account and Region at once. Never on a schedule: when
/// a person looks at what it is for.
final class LogShelves {

    private final Clock clock;

    LogShelves(Clock clock) {
        this.clock = clock;
    }

    /// By the names of the log groups of the stack's file; a stack that may not be read yet is left out.
    Map<StackId, Map<String, Reading<LogGroup>>> read(Collection<Site> sites, Set<StackId> wanted) {
        var all = new HashMap<StackId, Map<String, Reading<LogGroup>>>();
        sites.forEach(site -> all.putAll(read(site, site.stacks().stream()
                .filter(stack -> wanted.contains(stack.id())).toList())));
        return all;
    }

    private Map<StackId, Map<String, Reading<LogGroup>>> read(Site site, List<StackFile> stacks) {
        var answers = new HashMap<StackId, Map<String, Reading<LogGroup>>>();
        Map<StackFile, Cloud> open = new LinkedHashMap<>();
        for (StackFile stack : stacks) {
            Optional<Failure> refused = Admission.refusal(stack, site.board().identity.get(Board.ONLY));
            refused.ifPresent(failure -> answers.put(stack.id(), refused(stack, failure)));
            site.reader().cloud(stack).filter(_ -> refused.isEmpty()).ifPresent(cloud -> open.put(stack, cloud));
        }
        open.values().stream().findFirst().flatMap(Cloud::logs).ifPresent(source -> {
            Map<String, Reading<LogGroup>> groups = groups(source, List.copyOf(open.keySet()));
            open.keySet().forEach(stack -> answers.put(stack.id(), stack.components().logGroups().stream().distinct()
                    .collect(Collectors.toMap(name -> name, groups::get))));
        });
        return answers;
    }

    private static Map<String, Reading<LogGroup>> groups(LogSource source, List<StackFile> stacks) {
        List<String> names = stacks.stream().flatMap(stack -> stack.components().logGroups().stream()).distinct()
                .toList();
        return names.isEmpty() ? Map.of() : Behalf.of(stacks.stream().map(StackFile::id).toList())
                .get(() -> source.groups(names));
    }

    private Map<String, Reading<LogGroup>> refused(StackFile stack, Failure failure) {
        Instant now = clock.instant();
        return stack.components().logGroups().stream().distinct()
                .collect(Collectors.toMap(name -> name, _ -> Reading.unknown(failure, now)));
    }
}
