package io.watchdeck.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said about the entries of a stack file in its comments. An entry is named by its path: `environment`,
/// `services`, `services[api]`, `services[api].desired`, `loadBalancers[web].targetGroups[api-tg]`, `rules[ECS CPU]`.
///
/// @param head   paragraphs at the beginning of the file
/// @param above  paragraphs in lines of their own before an entry, or where a section would stand that is not there
/// @param beside a few words behind an entry
public record Remarks(List<String> head, Map<String, List<String>> above, Map<String, String> beside) {

    public Remarks {
        head = List.copyOf(head);
        above = Map.copyOf(above);
        beside = Map.copyOf(beside);
    }

    public static Remarks none() {
        return new Remarks(List.of(), Map.of(), Map.of());
    }

    List<String> above(String path) {
        return above.getOrDefault(path, List.of());
    }

    String beside(String path) {
        return beside.getOrDefault(path, "");
    }

    /// Collects remarks one by one.
    public static final class Collected {

        private final List<String> head = new ArrayList<>();
        private final Map<String, List<String>> above = new LinkedHashMap<>();
        private final Map<String, String> beside = new LinkedHashMap<>();

        public void head(String paragraph) {
            head.add(paragraph);
        }

        public void above(String path, String paragraph) {
            above.computeIfAbsent(path, _ -> new ArrayList<>()).add(paragraph);
        }

        /// What is said of one entry at several times is joined.
        public void beside(String path, String words) {
            beside.merge(path, words, (first, next) -> first + "; " + next);
        }

        public Remarks remarks() {
            var copied = new LinkedHashMap<String, List<String>>();
            above.forEach((path, paragraphs) -> copied.put(path, List.copyOf(paragraphs)));
            return new Remarks(head, copied, beside);
        }
    }
}
