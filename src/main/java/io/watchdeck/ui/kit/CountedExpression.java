package io.watchdeck.ui.kit;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that a person types and that is looked for on the thread of the window, so that it may take only
/// so long: each character that it looks at counts. What takes more than its share is given up for good.
final class CountedExpression {

    /// Characters that it may look at in one text.
    static final int IN_ONE = 200_000;
    /// Characters that it may look at in a text on average, beyond what it may be behind in all.
    private static final int SHARE = 1_000;
    private static final long BEHIND = 2_000_000;
    /// What is beyond is not looked at.
    private static final int LOOKED_AT = 4_000;

    /// How often something has to be there: what takes no room is repeated without a look at any character.
    private static final Pattern REPEATS = Pattern.compile("\\{(\\d+)");
    private static final double REPEATED = 10_000;

    private final Pattern pattern;
    private long behind;
    private boolean givenUp;

    private CountedExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /// @return empty where it is not one, or not yet
    static Optional<CountedExpression> of(String typed) {
        try {
            var expression =
                    new CountedExpression(Pattern.compile(typed, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            expression.givenUp = repeats(typed) > REPEATED;
            return Optional.of(expression);
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private static double repeats(String typed) {
        return REPEATS.matcher(typed).results().mapToDouble(count -> Double.parseDouble(count.group(1)))
                .reduce(1, (one, other) -> one * Math.max(1, other));
    }

    /// @return whether it is found somewhere; false from when it is given up
    boolean isIn(String text) {
        if (givenUp) {
            return false;
        }
        var counted = new Counted(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
        try {
            return pattern.matcher(counted).find();
        } catch (TooMany | StackOverflowError _) {
            givenUp = true;
            return false;
        } finally {
            behind = Math.max(0, behind + counted.looks - SHARE);
            givenUp |= behind > BEHIND;
        }
    }

    boolean isGivenUp() {
        return givenUp;
    }

    private static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooMany() {
            super("more characters are looked at than is allowed", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > IN_ONE) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
