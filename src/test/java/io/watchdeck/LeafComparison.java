package io.watchdeck;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares every leaf that was printed with the leaf of the same path that is expected. A leaf that nobody expects is
/// wrong, so that one added later cannot go uncompared; an excuse that fits nothing is wrong too.
///
/// @param excuses what is not compared
/// @param from       begin of the run that printed
/// @param to         end of that run
record LeafComparison(List<Excuse> excuses, Instant from, Instant to) {

    /// An instant of the run.
    private static final String RUN = "@run";
    /// An instant an hour before one of the run: as far back as a look at the tasks goes.
    private static final String HOUR_BEFORE_RUN = "@hourBeforeRun";
    /// Nobody can say what to expect.
    private static final String ANY = "@any";

    /// What an excused leaf looks like all the same.
    enum Form {
        NOTHING(JsonNode::isNull), WORDS(node -> node.isTextual() && !node.asText().isBlank()),
        NUMBER(node -> node.isNumber() && node.asDouble() >= 0);

        private final Predicate<JsonNode> fits;

        Form(Predicate<JsonNode> fits) {
            this.fits = fits;
        }
    }

    /// Leaves that are not compared here.
    ///
    /// @param paths   with `*` for any text
    /// @param covered the test that looks at them instead
    record Excuse(String paths, Form form, String reason, String covered) {

        boolean excuses(String path) {
            return path.matches(Stream.of(paths.split("\\*", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        }
    }

    /// Everything that is wrong, in words; empty where all is well.
    List<String> complaints(JsonNode shown, JsonNode expected) {
        Map<String, JsonNode> expectations = Leaves.of(expected);
        var complaints = new ArrayList<String>();
        Map<String, JsonNode> leaves = Leaves.of(shown);
        leaves.forEach((path, leaf) -> complaint(path, leaf, expectations).ifPresent(complaints::add));
        expectations.forEach((path, expectation) -> {
            boolean there = leaves.containsKey(path) || isAny(expectation);
            if (!there) {
                complaints.add(path + " is not printed, expected " + expectation);
            }
        });
        excuses.stream().filter(one -> leaves.keySet().stream().noneMatch(one::excuses))
                .forEach(one -> complaints.add("nothing is called " + one.paths()));
        return complaints;
    }

    private Optional<String> complaint(String path, JsonNode leaf, Map<String, JsonNode> expectations) {
        Optional<Excuse> excuse = excuses.stream().filter(one -> one.excuses(path)).findFirst();
        Optional<JsonNode> expected = expectation(path, expectations);
        if (excuse.isPresent()) {
            return expected.filter(LeafComparison::isAny).isEmpty()
                    ? Optional.of(path + " is excused though it could be compared with " + expected)
                    : Optional.of(path + " is " + leaf + ", no " + excuse.get().form())
                            .filter(_ -> !excuse.get().form().fits.test(leaf));
        }
        if (expected.filter(one -> !isAny(one)).isEmpty()) {
            return Optional.of(path + " is compared with nothing");
        }
        return Optional.of(path + " is " + leaf + ", expected " + expected.get())
                .filter(_ -> !same(leaf, expected.get()));
    }

    /// That of the path, or that nobody can say of one above it.
    private static Optional<JsonNode> expectation(String path, Map<String, JsonNode> expectations) {
        if (expectations.containsKey(path)) {
            return Optional.of(expectations.get(path));
        }
        return expectations.entrySet().stream().filter(one -> isAny(one.getValue())
                && (path.startsWith(one.getKey() + ".") || path.startsWith(one.getKey() + "[")))
                .map(Map.Entry::getValue).findFirst();
    }

    private static boolean isAny(JsonNode expectation) {
        return expectation.isTextual() && expectation.asText().equals(ANY);
    }

    private boolean same(JsonNode shown, JsonNode expected) {
        if (expected.isTextual() && expected.asText().equals(RUN)) {
            return isOfRun(instant(shown));
        }
        if (expected.isTextual() && expected.asText().equals(HOUR_BEFORE_RUN)) {
            return isOfRun(instant(shown).map(at -> at.plus(1, ChronoUnit.HOURS)));
        }
        if (shown.isNumber() && expected.isNumber()) {
            double limit = Math.max(1e-9, Math.abs(expected.asDouble()) * 1e-9);
            return Math.abs(shown.asDouble() - expected.asDouble()) <= limit;
        }
        Optional<Instant> instant = instant(expected);
        // boto3 reads milliseconds.
        return instant.isPresent() ? instant(shown).map(LeafComparison::toTheMillisecond)
                .equals(instant.map(LeafComparison::toTheMillisecond)) : shown.equals(expected);
    }

    private boolean isOfRun(Optional<Instant> shown) {
        return shown.filter(at -> !at.isBefore(from) && !at.isAfter(to)).isPresent();
    }

    private static Instant toTheMillisecond(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
