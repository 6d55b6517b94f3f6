package io.watchdeck.words;

import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// Says phrases, numbers, times and amounts in one language and zone. Another language is another instance. Safe for
/// several threads.
public final class Words {

    private static final String BUNDLE = "io.watchdeck.words.words";
    private static final int WEEK = 7;
    private static final int NEARLY_A_YEAR = 335;

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;
    /// Reading a pattern takes many times as long as following it.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public String say(Phrase phrase) {
        Object[] arguments = phrase.arguments().stream().map(this::argument).toArray();
        MessageFormat format = formats.computeIfAbsent(phrase.key(),
                key -> new MessageFormat(bundle.getString(key), locale));
        synchronized (format) { // it keeps what it works on in itself
            return format.format(arguments);
        }
    }

    public String say(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /// Several names after each other.
    public String list(List<String> names) {
        return joined("list.and", names);
    }

    /// Several things of which one is to be chosen.
    public String either(List<String> things) {
        return joined("list.either", things);
    }

    private String joined(String key, List<String> parts) {
        return parts.stream().reduce((before, next) -> say(key, before, next)).orElse("");
    }

    /// What a rule is called: ours have words, with what it is about behind a colon where that is in its name; those of a
    /// stack file the name that it gives them.
    public String rule(String name) {
        int about = name.indexOf(':');
        String key = "rule." + (about < 0 ? name : name.substring(0, about));
        if (!bundle.containsKey(key)) {
            return name;
        }
        return about < 0 ? say(key) : say(key) + ": " + name.substring(about + 1);
    }

    /// A span in its two largest units: `22 h`, `13 d 2 h`, `2 h 5 min`, `4 min`, `12 s`.
    public String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return say("span.seconds", seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return say("span.minutes", minutes);
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return minutes % 60 == 0 ? say("span.hours", hours) : say("span.hoursMinutes", hours, minutes % 60);
        }
        return hours % 24 == 0 ? say("span.days", hours / 24) : say("span.daysHours", hours / 24, hours % 24);
    }

    /// Hours and minutes in the local zone: `13:42`.
    public String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(at);
    }

    /// When it was, as short as it can be said without doubt: `13:42` today, `Mon 13:42` within a week, `3 Sep 13:42`
    /// within eleven months, else `3 Sep 2024 13:42`, in the local zone.
    public String when(Instant at, Instant now) {
        return dayBefore(at, now) + clock(at);
    }

    /// The same with seconds.
    public String whenSeconds(Instant at, Instant now) {
        return dayBefore(at, now) + clockSeconds(at);
    }

    private String dayBefore(Instant at, Instant now) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        long ago = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, zone));
        if (ago == 0) {
            return "";
        }
        if (ago > 0 && ago < WEEK) {
            return DateTimeFormatter.ofPattern("EEE", locale).format(day) + " ";
        }
        return (Math.abs(ago) < NEARLY_A_YEAR ? day(day) : date("format.dayYear", day)) + " ";
    }

    /// Day and time in the local zone and in UTC, to the second, for a tooltip.
    public String moments(Instant at) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(bundle.getString("format.momentSeconds"), locale);
        return format.withZone(zone).format(at) + "\n" + format.withZone(ZoneId.of("UTC")).format(at);
    }

    public String clockSeconds(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(at);
    }

    /// Day and time with the zone, for the status bar and tooltips: `Tue 22 Sep 2026 13:42 KST`.
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern(bundle.getString("format.moment"), locale).withZone(zone).format(at);
    }

    public String day(LocalDate day) {
        return date("format.day", day);
    }

    /// `Tue 22 Sep`
    public String weekday(LocalDate day) {
        return date("format.weekday", day);
    }

    /// `Sep`
    public String month(LocalDate day) {
        return date("axis.month", day);
    }

    /// `September`
    public String monthName(LocalDate day) {
        return date("format.month", day);
    }

    public String year(LocalDate day) {
        return date("axis.year", day);
    }

    private String date(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(bundle.getString(pattern), locale).format(day);
    }

    /// At most `digits` digits after the point, grouped in thousands.
    public String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.equals("-0") ? "0" : text;
    }

    public String number(double value) {
        return number(value, Math.abs(value) < 10 && value != Math.rint(value) ? 1 : 0);
    }

    public String money(Money money) {
        return money(money, 2);
    }

    public String money(Money money, int digits) {
        Currency currency = money.currency();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        String symbol = currency.getCurrencyCode().equals("USD") ? "$" : currency.getCurrencyCode() + " ";
        BigDecimal amount = money.amount().setScale(digits, RoundingMode.HALF_UP);
        return (amount.signum() < 0 ? "-" : "") + symbol + format.format(amount.abs());
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Phrase phrase -> say(phrase);
            case Duration span -> span(span);
            case Instant at -> clock(at);
            case When(var at, var now) -> when(at, now);
            case LocalDate day -> day(day);
            case Money money -> money(money);
            case Severity severity -> say("severity." + severity.word());
            default -> argument;
        };
    }
}
