package io.watchdeck.sandbox.logbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CloudWatch Logs' filter patterns. Of plain text: words that must all be there, `?word` of which one is enough, `-word`
/// that must not be there, each exactly as written; `"several words"` in quotes. Of lines that are JSON: what a
/// [JsonPattern] says in braces.
public final class FilterPattern {

    private static final Pattern TERM = Pattern.compile("\\s*([-?]?)(?:\"([^\"]*)\"|([^\\s\"]+))");

    private final List<String> all = new ArrayList<>();
    private final List<String> any = new ArrayList<>();
    private final List<String> none = new ArrayList<>();
    private final Optional<JsonPattern> json;

    /// @throws IllegalArgumentException for a pattern for columns or regular expressions, which the lines here do not
    ///                                  need, and for one that is none
    public FilterPattern(String pattern) {
        String text = pattern.strip();
        json = Optional.of(text).filter(one -> one.startsWith("{")).map(JsonPattern::new);
        if (json.isPresent()) {
            return;
        }
        if (text.startsWith("[") || text.startsWith("%")) {
            throw new IllegalArgumentException("the sandbox filters by words and JSON fields only: " + text);
        }
        Matcher matcher = TERM.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find() || matcher.start() != end) {
                throw new IllegalArgumentException("Invalid filter pattern: " + text);
            }
            end = matcher.end();
            String word = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            switch (matcher.group(1)) {
                case "-" -> none.add(word);
                case "?" -> any.add(word);
                default -> all.add(word);
            }
        }
    }

    public boolean matches(String message) {
        if (json.isPresent()) {
            return json.get().test(message);
        }
        return all.stream().allMatch(message::contains) && none.stream().noneMatch(message::contains)
                && (any.isEmpty() || any.stream().anyMatch(message::contains));
    }
}
