package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person typed into a filter field. Its terms stand apart by blanks, and a row must answer to each:
///
/// - `word` is somewhere in the row; `"two words"` holds blanks, also while its second quote is not typed yet, or where the
///   keyboard has rounded the quotes; a hyphen finds dashes too, which keyboards lack;
/// - `~expression` is a regular expression of Java that is found somewhere; `~"two words"` holds blanks;
/// - `column:` before either looks at that column alone, by its name, its heading or the first letters of one;
/// - `!` before all of it is for what must not be there.
///
/// Capitals do not count. An expression that is not complete, or wrong, or takes too long, is left out, as if it were not
/// typed: a list does not become empty while somebody types. What stands before a colon and is no column is looked for as
/// it is typed, since times and ARNs hold colons. Either is told by [#problemsProperty]. Used on one thread.
public final class TextFilter {

    /// Longer expressions are left out.
    static final int LONGEST = 200;

    /// Of ranges, such as `2–6`.
    private static final char DASH = '\u2013';
    /// As they are typed, and as some systems round them.
    private static final String QUOTES = "\"\u201c\u201d\u201e";
    private static final String LETTERS = "\\p{L}[\\p{L}_-]*";

    /// @param columns those to look at; empty for all
    private record Term(boolean not, Set<String> columns, Wanted wanted) {

        boolean isIn(Map<String, String> row) {
            Stream<String> values = columns.isEmpty() ? row.values().stream()
                    : columns.stream().map(row::get).filter(Objects::nonNull);
            return values.anyMatch(wanted::isIn);
        }
    }

    /// What is looked for in a text.
    private sealed interface Wanted {

        boolean isIn(String text);

        record Plain(String lower) implements Wanted {

            static Plain of(String typed) {
                return new Plain(folded(typed));
            }

            private static String folded(String text) {
                return text.toLowerCase(Locale.ROOT).replace(DASH, '-');
            }

            @Override
            public boolean isIn(String text) {
                return folded(text).contains(lower);
            }
        }

        record Expression(String typed, CountedExpression counted) implements Wanted {
            @Override
            public boolean isIn(String text) {
                return counted.isIn(text);
            }
        }
    }

    private final FilterColumns columns;
    private final List<Term> terms = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<FilterProblem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    private TextFilter(FilterColumns columns) {
        this.columns = columns;
    }

    /// Wants every row.
    public static TextFilter none() {
        return new TextFilter(FilterColumns.named());
    }

    public static TextFilter of(String typed, FilterColumns columns) {
        var filter = new TextFilter(columns);
        int at = 0;
        while (at < typed.length()) {
            at = Character.isWhitespace(typed.charAt(at)) ? at + 1 : filter.term(typed, at);
        }
        return filter;
    }

    /// @return where the next one may begin
    private int term(String typed, int begin) {
        int at = begin;
        boolean not = typed.charAt(at) == '!';
        at += not ? 1 : 0;
        Set<String> in = Set.of();
        int colon = colon(typed, at);
        if (colon > at) {
            String name = typed.substring(at, colon);
            in = columns.of(name);
            if (!in.isEmpty()) {
                at = colon + 1;
            } else if (name.matches(LETTERS) && colon + 1 < end(typed, at)) {
                tell(new FilterProblem(FilterProblem.Kind.NO_COLUMN, name));
            }
        }
        boolean expression = at < typed.length() && typed.charAt(at) == '~';
        at += expression ? 1 : 0;
        boolean quoted = at < typed.length() && isQuote(typed.charAt(at));
        at += quoted ? 1 : 0;
        int end = quoted ? quote(typed, at) : end(typed, at);
        String text = typed.substring(at, end);
        if (!text.isEmpty()) {
            add(not, in, text, expression);
        }
        return quoted ? end + 1 : end;
    }

    private void add(boolean not, Set<String> in, String text, boolean expression) {
        if (!expression) {
            terms.add(new Term(not, in, Wanted.Plain.of(text)));
        } else if (text.length() > LONGEST) {
            tell(new FilterProblem(FilterProblem.Kind.TOO_LONG, text));
        } else {
            Optional<CountedExpression> counted = CountedExpression.of(text);
            counted.ifPresentOrElse(one -> terms.add(new Term(not, in, new Wanted.Expression(text, one))),
                    () -> tell(new FilterProblem(FilterProblem.Kind.NOT_COMPLETE, text)));
        }
    }

    /// Where the first colon of a word is; the begin where there is none, or a quote or an expression begins.
    private static int colon(String typed, int begin) {
        if (begin >= typed.length() || isQuote(typed.charAt(begin)) || typed.charAt(begin) == '~') {
            return begin;
        }
        int colon = typed.indexOf(':', begin);
        return colon < 0 || colon >= end(typed, begin) ? begin : colon;
    }

    private static int end(String typed, int begin) {
        int end = begin;
        while (end < typed.length() && !Character.isWhitespace(typed.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int quote(String typed, int begin) {
        int quote = begin;
        while (quote < typed.length() && !isQuote(typed.charAt(quote))) {
            quote++;
        }
        return quote;
    }

    private static boolean isQuote(char typed) {
        return QUOTES.indexOf(typed) >= 0;
    }

    /// Whether it wants every row.
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// @param row what it says, by column; a column that it lacks holds nothing
    public boolean matches(Map<String, String> row) {
        boolean all = true;
        for (Term term : List.copyOf(terms)) {
            boolean wanted = term.isIn(row) != term.not();
            all &= isGivenUp(term) || wanted;
        }
        return all;
    }

    /// Leaves out an expression that takes too long, from now on.
    private boolean isGivenUp(Term term) {
        if (!(term.wanted() instanceof Wanted.Expression(var typed, var counted)) || !counted.isGivenUp()) {
            return false;
        }
        if (terms.remove(term)) {
            tell(new FilterProblem(FilterProblem.Kind.TOO_SLOW, typed));
        }
        return true;
    }

    private void tell(FilterProblem problem) {
        problems.set(Stream.concat(problems.get().stream(), Stream.of(problem)).distinct().toList());
    }

    /// What of it does not do what was meant; an expression that takes too long is told while rows are looked at.
    public ReadOnlyObjectProperty<List<FilterProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}
