package io.watchdeck.sandbox.logbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// CloudWatch Logs' filter patterns for lines that are JSON objects: `{ $.level = "error" && $.duration > 500 }`. Values
/// are compared as numbers where both sides are, else as texts in which `*` stands for anything; a field that a line does
/// not have fits nothing but `NOT EXISTS`. Regular expressions are not understood.
final class JsonPattern implements Predicate<String> {

    private static final Pattern FIELD = Pattern.compile("\\$((?:\\.[A-Za-z_@-][\\w@-]*|\\[\\d{1,6}])+)");
    private static final Pattern STEP = Pattern.compile("\\.([\\w@-]+)|\\[(\\d+)]");
    private static final Pattern COMPARISON = Pattern.compile("!=|<=|>=|=|<|>");
    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"(){}&|<>=!%]+)");
    private static final Pattern STATE = Pattern.compile("IS\\s+(NULL|TRUE|FALSE)\\b|NOT\\s+EXISTS\\b");

    private final JsonMapper json = JsonMapper.builder().build();
    private final String text;
    private final Predicate<JsonNode> fits;
    private int at;

    /// @param text with its braces
    /// @throws IllegalArgumentException for one that is none
    JsonPattern(String text) {
        this.text = text;
        take("{");
        fits = either();
        take("}");
        if (at < text.length()) {
            throw invalid();
        }
    }

    @Override
    public boolean test(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            return Optional.ofNullable(json.readTree(line)).filter(JsonNode::isObject).filter(fits).isPresent();
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private Predicate<JsonNode> either() {
        Predicate<JsonNode> all = both();
        while (found("||")) {
            all = all.or(both());
        }
        return all;
    }

    private Predicate<JsonNode> both() {
        Predicate<JsonNode> all = one();
        while (found("&&")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<JsonNode> one() {
        if (found("(")) {
            Predicate<JsonNode> inner = either();
            take(")");
            return inner;
        }
        String pointer = pointer(matched(FIELD).orElseThrow(this::invalid).group(1));
        Optional<Matcher> state = matched(STATE);
        if (state.isPresent()) {
            String what = Optional.ofNullable(state.get().group(1)).orElse("");
            return node -> is(node.at(pointer), what);
        }
        String comparison = matched(COMPARISON).orElseThrow(this::invalid).group();
        Matcher value = matched(VALUE).orElseThrow(this::invalid);
        BiPredicate<JsonNode, String> compared = comparison(comparison);
        String wanted = value.group(1) != null ? value.group(1).replaceAll("\\\\(.)", "$1") : value.group(2);
        return node -> node.at(pointer).isValueNode() && compared.test(node.at(pointer), wanted);
    }

    /// As Jackson names a place in a document.
    private static String pointer(String steps) {
        return STEP.matcher(steps).results()
                .map(step -> "/" + Optional.ofNullable(step.group(1)).orElseGet(() -> step.group(2)))
                .collect(Collectors.joining());
    }

    private static boolean is(JsonNode value, String what) {
        return switch (what) {
            case "NULL" -> value.isNull();
            case "TRUE" -> value.isBoolean() && value.booleanValue();
            case "FALSE" -> value.isBoolean() && !value.booleanValue();
            default -> value.isMissingNode();
        };
    }

    private static BiPredicate<JsonNode, String> comparison(String sign) {
        return switch (sign) {
            case "=" -> JsonPattern::same;
            case "!=" -> (value, wanted) -> !same(value, wanted);
            case "<" -> (value, wanted) -> order(value, wanted).filter(order -> order < 0).isPresent();
            case "<=" -> (value, wanted) -> order(value, wanted).filter(order -> order <= 0).isPresent();
            case ">" -> (value, wanted) -> order(value, wanted).filter(order -> order > 0).isPresent();
            default -> (value, wanted) -> order(value, wanted).filter(order -> order >= 0).isPresent();
        };
    }

    private static boolean same(JsonNode value, String wanted) {
        return order(value, wanted).map(order -> order == 0).orElseGet(() -> Pattern.matches(
                Arrays.stream(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                value.asText()));
    }

    /// Empty where they are not both numbers.
    private static Optional<Integer> order(JsonNode value, String wanted) {
        try {
            return value.isNumber() ? Optional.of(Double.compare(value.doubleValue(), Double.parseDouble(wanted)))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private void take(String sign) {
        if (!found(sign)) {
            throw invalid();
        }
    }

    private boolean found(String sign) {
        skip();
        boolean here = text.startsWith(sign, at);
        at += here ? sign.length() : 0;
        return here;
    }

    private Optional<Matcher> matched(Pattern pattern) {
        skip();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException invalid() {
        return new IllegalArgumentException("Invalid filter pattern: " + text);
    }
}
