package io.watchdeck.queues.letters;

import io.watchdeck.queues.letters.DeadLetter.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// By what dead letters are alike: the error that was noted with them, the shape of their bodies, where they come from.
///
/// @param error  what the error attributes say, the code where there is no message, without what differs from message to message; empty where there are none
/// @param source ARN of the queue they were dead-lettered from
public record Signature(Optional<String> error, BodyShape shape, Optional<String> source) {

    /// As EventBridge Pipes, Lambda and SNS name them, EventBridge in capitals.
    private static final List<String> CODES = List.of("ErrorCode", "ERROR_CODE", "errorType");
    private static final List<String> MESSAGES = List.of("ErrorMessage", "ERROR_MESSAGE", "errorMessage");
    /// Ids, long numbers and times, of which each message has its own.
    private static final Pattern OWN = Pattern.compile(
            "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\b\\p{XDigit}{16,}\\b"
                    + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z?|\\d{5,}");
    private static final int LONGEST = 300;

    public static Signature of(DeadLetter letter) {
        return new Signature(error(letter.attributes()), BodyShape.of(letter.body()), letter.source());
    }

    /// By which it is known again where no text of a message is to be kept: 32 hexadecimal digits, the first half of the
    /// SHA-256 of what it is made of.
    public String hash() {
        return Hashes.of(toString());
    }

    private static Optional<String> error(Map<String, Attribute> attributes) {
        return first(attributes, MESSAGES).or(() -> first(attributes, CODES));
    }

    private static Optional<String> first(Map<String, Attribute> attributes, List<String> names) {
        Stream<String> values = names.stream().map(attributes::get).filter(java.util.Objects::nonNull)
                .filter(one -> !one.type().startsWith("Binary")).map(Attribute::value);
        return values.filter(text -> !text.isBlank()).map(Signature::common).findFirst();
    }

    private static String common(String text) {
        String bare = text.strip();
        return OWN.matcher(bare.substring(0, Math.min(bare.length(), LONGEST)))
                .replaceAll("…");
    }
}
