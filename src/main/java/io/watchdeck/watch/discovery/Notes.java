package io.watchdeck.watch.discovery;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Remarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is to be said about the entries of a proposed file, before it is said in a language. Paths are those of
/// [Remarks].
public record Notes(List<Phrase> head, Map<String, List<Phrase>> above, Map<String, List<Phrase>> beside,
        List<Phrase> foot) {

    public Notes {
        head = List.copyOf(head);
        above = Map.copyOf(above);
        beside = Map.copyOf(beside);
        foot = List.copyOf(foot);
    }

    /// Why an entry is proposed; empty for a path that nothing is said about.
    public List<Phrase> reasons(String path) {
        return beside.getOrDefault(path, List.of());
    }

    /// The same in words.
    public Remarks said(Function<Phrase, String> say) {
        return new Remarks(head.stream().map(say).toList(), above.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().map(say).toList())),
                beside.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(say).collect(Collectors.joining("; ")))),
                foot.stream().map(say).toList());
    }

    /// Collects notes one by one.
    static final class Pad {

        private final List<Phrase> head = new ArrayList<>();
        private final Map<String, List<Phrase>> above = new LinkedHashMap<>();
        private final Map<String, List<Phrase>> beside = new LinkedHashMap<>();
        private final List<Phrase> foot = new ArrayList<>();

        void head(String key, Object... arguments) {
            head.add(Phrase.of(key, arguments));
        }

        void above(String path, Phrase said) {
            above.computeIfAbsent(path, _ -> new ArrayList<>()).add(said);
        }

        void beside(String path, Phrase said) {
            beside.computeIfAbsent(path, _ -> new ArrayList<>()).add(said);
        }

        void foot(Phrase said) {
            foot.add(said);
        }

        Notes notes() {
            return new Notes(head, copied(above), copied(beside), foot);
        }

        private static Map<String, List<Phrase>> copied(Map<String, List<Phrase>> said) {
            return said.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        }
    }
}
