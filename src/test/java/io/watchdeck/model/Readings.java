package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What the contract tests of the ports share: to look into a reading and to make names in numbers.
public final class Readings {

    private Readings() {}

    /// The value of a reading that must be known.
    public static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T>(var value, var _) -> value;
            case Reading.Unknown<T>(var failure, var _) -> throw new AssertionError("not known: " + failure);
        };
    }

    /// The failure of a reading that must not be known.
    public static Failure failure(Reading<?> reading) {
        return switch (reading) {
            case Reading.Known<?>(var value, var _) -> throw new AssertionError("known: " + value);
            case Reading.Unknown<?>(var failure, var _) -> failure;
        };
    }

    public static void assertNotFound(Reading<?> reading) {
        assertThat(failure(reading).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    /// A refusal names the IAM action that is missing, one of those given.
    public static void assertDenied(Reading<?> reading, String... iamActions) {
        assertThat(failure(reading).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure(reading).action()).hasValueSatisfying(action -> assertThat(iamActions).contains(action));
    }

    public static void assertThrottled(Reading<?> reading) {
        assertThat(failure(reading).kind()).isEqualTo(Failure.Kind.THROTTLED);
    }

    /// `prefix-0001`, `prefix-0002` and so on.
    public static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> name(prefix, number)).toList();
    }

    public static String name(String prefix, int number) {
        return String.format(Locale.ROOT, "%s-%04d", prefix, number);
    }
}
