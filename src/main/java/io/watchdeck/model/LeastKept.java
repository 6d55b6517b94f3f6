package io.watchdeck.model;

/// For how many days samples are kept at least, by the length of their period, and as long as nobody chose longer.
public enum LeastKept {
    /// CloudWatch has minutes for 15 days: so long rules are judged after the fact.
    MINUTES(15),
    /// CloudWatch has five minutes for 63 days.
    FIVE_MINUTES(63),
    /// Three years, one of which may be a leap year.
    HOURS(3 * 365 + 1);

    private final int days;

    LeastKept(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
