package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a person typed into a filter field: words that must all be there, `column:value` for one column, and `!` before
/// either for what must not be there.
public final class TextFilter {

    private record Term(boolean not, String column, String text) {}

    private final List<Term> terms;

    private TextFilter(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    public static TextFilter of(String typed) {
        var terms = new ArrayList<Term>();
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            boolean not = word.startsWith("!");
            String rest = not ? word.substring(1) : word;
            int colon = rest.indexOf(':');
            String column = colon > 0 ? rest.substring(0, colon) : "";
            String text = rest.substring(colon > 0 ? colon + 1 : 0);
            if (!text.isEmpty()) {
                terms.add(new Term(not, column, text));
            }
        }
        return new TextFilter(terms);
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// @param columns what a row says, by column; a column that the row does not have is looked for everywhere
    public boolean matches(Map<String, String> columns) {
        return terms.stream().allMatch(term -> contains(columns, term) != term.not());
    }

    private static boolean contains(Map<String, String> columns, Term term) {
        String column = columns.get(term.column());
        if (column != null) {
            return column.toLowerCase(Locale.ROOT).contains(term.text());
        }
        String text = term.column().isEmpty() ? term.text() : term.column() + ":" + term.text();
        return columns.values().stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(text));
    }
}
