package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns that a filter knows, each by its name and by what it is called in the language of the window.
public final class FilterColumns {

    private final Map<String, List<String>> names;

    private FilterColumns(Map<String, List<String>> names) {
        this.names = names;
    }

    /// @param names as the rows have them, lower case
    public static FilterColumns of(Words words, List<String> names) {
        var all = new LinkedHashMap<String, List<String>>();
        names.forEach(name -> all.put(name,
                Stream.of(words.say("ui.filter.column." + name).split(",\\s*")).toList()));
        return new FilterColumns(all);
    }

    static FilterColumns named(String... names) {
        var all = new LinkedHashMap<String, List<String>>();
        Stream.of(names).forEach(name -> all.put(name, List.of(name)));
        return new FilterColumns(all);
    }

    /// Which columns a person means: the one of that name, else all that have a name that begins so.
    Set<String> of(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        Set<String> exact = names.keySet().stream().filter(name -> calls(name).anyMatch(lower::equals))
                .collect(Collectors.toCollection(TreeSet::new));
        return !exact.isEmpty() ? exact
                : names.keySet().stream().filter(name -> calls(name).anyMatch(one -> one.startsWith(lower)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> calls(String name) {
        return Stream.concat(Stream.of(name), names.getOrDefault(name, List.of()).stream())
                .map(one -> one.toLowerCase(Locale.ROOT));
    }

    /// Each name, and behind it what else it goes by.
    List<String> said() {
        return names.entrySet().stream().map(one -> {
            List<String> others = one.getValue().stream().filter(name -> !name.equalsIgnoreCase(one.getKey())).toList();
            return others.isEmpty() ? one.getKey() : one.getKey() + " (" + String.join(", ", others) + ")";
        }).toList();
    }
}
