package io.watchdeck.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads single values. Every method takes the name of what it reads, for its message, and gives nothing when it has
/// reported a problem.
public final class Scalars {

    /// Keeps sums of money and lengths of time in a size that can be computed with.
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final int MOST_DIGITS = 40;

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,9})\\s*([smhd])");

    private final Problems problems;

    public Scalars(Problems problems) {
        this.problems = problems;
    }

    public Optional<String> text(Node node, String what) {
        if (!(node instanceof ScalarNode scalar)) {
            return wrongType(node, what, "a text", "");
        }
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return hasNoValue(node, what);
        }
        if (!scalar.getTag().equals(Tag.STR)) {
            return wrongType(node, what, "a text", "Put it into quotes: \"" + value + "\".");
        }
        if (value.isBlank()) {
            return hasNoValue(node, what);
        }
        return Optional.of(value);
    }

    /// Twelve digits and the like, which YAML reads as a number unless they are quoted: both are taken.
    public Optional<String> digits(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            return Optional.of(scalar.getValue());
        }
        return text(node, what);
    }

    public Optional<BigDecimal> number(Node node, String what) {
        Optional<BigDecimal> value = plainNumber(node);
        if (value.isEmpty()) {
            return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)
                    ? hasNoValue(node, what)
                    : wrongType(node, what, "a number", "Write it plainly, such as 12.50.");
        }
        if (value.get().abs().compareTo(LARGEST) > 0) {
            problems.at(node, what + " is too large.", "Write a number below " + LARGEST.toPlainString() + ".");
            return Optional.empty();
        }
        return value;
    }

    /// The node as a number, without any complaint if it is something else. A fraction of `1e-999999999` is none that a
    /// person means, and written out it would fill the memory.
    public Optional<BigDecimal> plainNumber(Node node) {
        if (node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().length() <= MOST_DIGITS) {
            try {
                return Optional.of(new BigDecimal(scalar.getValue())).filter(value -> value.scale() <= MOST_DIGITS);
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    public OptionalInt whole(Node node, String what, int least, int most) {
        Optional<BigDecimal> number = plainNumber(node).filter(value -> value.remainder(BigDecimal.ONE).signum() == 0);
        if (number.isEmpty()) {
            wrongType(node, what, "a whole number",
                    "Write it in digits without quotes, such as " + Math.max(least, 2) + ".");
            return OptionalInt.empty();
        }
        BigDecimal value = number.get();
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            problems.at(node, what + " cannot be " + shown(node) + ".", most == Integer.MAX_VALUE
                    ? "The least is " + least + "."
                    : "Write a number from " + least + " to " + most + ".");
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValueExact());
    }

    public Optional<Boolean> flag(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Optional.of(scalar.getValue().toLowerCase(Locale.ROOT).equals("true"));
        }
        return wrongType(node, what, "true or false", "");
    }

    public <T> Optional<T> choice(Node node, String what, Choice<T> choice) {
        return text(node, what).flatMap(word -> {
            Optional<T> meaning = choice.meaning(word);
            if (meaning.isEmpty()) {
                problems.at(node, what + " cannot be '" + word + "'.",
                        Suggestion.of(word, choice.words(), "Choose one of these"));
            }
            return meaning;
        });
    }

    /// Seconds as a number, or a number with `s`, `m`, `h` or `d`; a multiple of a minute and at most a day, because
    /// CloudWatch keeps nothing finer for us and rules look at the recent past.
    public Optional<Duration> period(Node node, String what) {
        Optional<Duration> length = plainNumber(node).filter(number -> number.compareTo(LARGEST) < 0)
                .map(number -> Duration.ofMillis(number.movePointRight(3).longValue()))
                .or(() -> node instanceof ScalarNode scalar ? spelled(scalar.getValue()) : Optional.empty());
        if (length.isEmpty()) {
            return wrongType(node, what, "a length of time", "Write it as 5m, 1h or, in seconds, 300.");
        }
        Duration value = length.get();
        if (value.isZero() || value.isNegative() || value.toMillis() % 60_000 != 0
                || value.compareTo(Duration.ofDays(1)) > 0) {
            problems.at(node, what + " cannot be " + shown(node) + ".",
                    "Write a multiple of 60 seconds, one day at most: 1m, 5m, 1h.");
            return Optional.empty();
        }
        return length;
    }

    private static Optional<Duration> spelled(String text) {
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        });
    }

    private <T> Optional<T> hasNoValue(Node node, String what) {
        problems.at(node, what + " has no value.", "Give it one, or leave the key out.");
        return Optional.empty();
    }

    public <T> Optional<T> wrongType(Node node, String what, String wanted, String remedy) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return hasNoValue(node, what);
        }
        problems.at(node, what + " must be " + wanted + ", but is " + described(node) + ".", remedy);
        return Optional.empty();
    }

    private static String described(Node node) {
        return switch (node) {
            case SequenceNode _ -> "a list";
            case MappingNode _ -> "a block of keys";
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) -> "the text '" + shown(node) + "'";
            default -> shown(node);
        };
    }

    public static String shown(Node node) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        return value.codePointCount(0, value.length()) <= 60 ? value
                : value.substring(0, value.offsetByCodePoints(0, 57)) + "…";
    }
}
