package io.watchdeck.stack;

import java.util.List;
import java.util.Map;

/// What is said about the entries of a stack file in its comments. An entry is named by its path: `environment`,
/// `services`, `services[api]`, `services[api].desired`, `loadBalancers[web].targetGroups[api-tg]`, `rules[ECS CPU]`.
///
/// @param head   paragraphs at the beginning of the file
/// @param above  paragraphs in lines of their own before an entry, or where a section would stand that is not there
/// @param beside a few words behind an entry
/// @param foot   paragraphs at the end of the file
public record Remarks(List<String> head, Map<String, List<String>> above, Map<String, String> beside,
        List<String> foot) {

    public Remarks {
        head = List.copyOf(head);
        above = Map.copyOf(above);
        beside = Map.copyOf(beside);
        foot = List.copyOf(foot);
    }

    public static Remarks none() {
        return new Remarks(List.of(), Map.of(), Map.of(), List.of());
    }

    List<String> above(String path) {
        return above.getOrDefault(path, List.of());
    }

    String beside(String path) {
        return beside.getOrDefault(path, "");
    }
}
