package io.watchdeck.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of calls in the documentation of `io.watchdeck.aws`, as it stands in the source file.
final class CallTable {

    private static final Path SOURCE = Path.of("src", "main", "java", "io", "watchdeck", "aws", "package-info.java");

    /// @param call  service and operation, such as `ECS DescribeServices`
    /// @param each  what the formulas are summed over
    record Row(String call, String each, String first, String further) {}

    private final List<Row> rows;
    private final Set<String> elsewhere;

    CallTable() {
        try {
            List<String> lines = Files.readAllLines(SOURCE);
            rows = lines.stream().filter(line -> line.startsWith("/// | ")).skip(2).map(CallTable::row).toList();
            elsewhere = Pattern.compile("`([A-Z]\\w+)`").matcher(lines.stream()
                    .dropWhile(line -> !line.startsWith("/// Asked for only by")).collect(Collectors.joining()))
                    .results().map(found -> found.group(1)).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(line.substring("/// |".length()).split("\\|")).map(String::strip).toList();
        String further = cells.get(3).equals("=") ? cells.get(2) : cells.get(3);
        return new Row(cells.get(0), cells.get(1), cells.get(2), further);
    }

    /// Every operation that the table or the sentence after it names.
    Set<String> operations() {
        var operations = new TreeSet<>(elsewhere);
        rows.forEach(row -> operations.add(row.call().substring(row.call().lastIndexOf(' ') + 1)));
        return operations;
    }

    /// @param world for each kind of thing, one map of counts for each of them
    Map<String, Long> first(Map<String, List<Map<String, Long>>> world) {
        return calls(world, Row::first);
    }

    Map<String, Long> further(Map<String, List<Map<String, Long>>> world) {
        return calls(world, Row::further);
    }

    private Map<String, Long> calls(Map<String, List<Map<String, Long>>> world, Function<Row, String> formula) {
        var calls = new TreeMap<String, Long>();
        for (Row row : rows) {
            if (!world.containsKey(row.each())) {
                throw new AssertionError("nothing is called '" + row.each() + "' in " + row);
            }
            calls.put(row.call(), world.get(row.each()).stream()
                    .mapToLong(counts -> new Formula(formula.apply(row), counts).value()).sum());
        }
        return calls;
    }

    /// `⌈n/10⌉`, `max(a, b)`, `min(a, b)`, sums, whole numbers, and names of counts.
    private static final class Formula {

        private final String text;
        private final Map<String, Long> counts;
        private int at;

        Formula(String text, Map<String, Long> counts) {
            this.text = text.replace(" ", "");
            this.counts = counts;
        }

        long value() {
            long value = sum();
            if (at < text.length()) {
                throw new AssertionError("not understood: " + text.substring(at) + " of " + text);
            }
            return value;
        }

        private long sum() {
            long value = term();
            while (skip("+")) {
                value += term();
            }
            return value;
        }

        private long term() {
            if (skip("⌈")) {
                long whole = sum();
                expect("/");
                long part = term();
                expect("⌉");
                return Math.ceilDiv(whole, part);
            }
            if (skip("max(")) {
                return both(Math::max);
            }
            if (skip("min(")) {
                return both(Math::min);
            }
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.matches("\\d+")) {
                return Long.parseLong(word);
            }
            if (!counts.containsKey(word)) {
                throw new AssertionError("nobody counts '" + word + "' of " + text + " in " + counts);
            }
            return counts.get(word);
        }

        private long both(java.util.function.LongBinaryOperator operation) {
            long one = sum();
            expect(",");
            long other = sum();
            expect(")");
            return operation.applyAsLong(one, other);
        }

        private boolean skip(String word) {
            boolean found = text.startsWith(word, at);
            at += found ? word.length() : 0;
            return found;
        }

        private void expect(String word) {
            if (!skip(word)) {
                throw new AssertionError("no " + word + " at " + text.substring(at) + " of " + text);
            }
        }
    }
}
