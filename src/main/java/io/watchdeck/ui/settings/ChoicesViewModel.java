package io.watchdeck.ui.settings;

import io.watchdeck.settings.Looks;
import io.watchdeck.settings.Notices;
import io.watchdeck.settings.QuietHours;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What can be set: how each setting stands, and what a person chooses. What the file would refuse is told beside the
/// setting, and not written.
public final class ChoicesViewModel {

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?%?");
    private static final List<Integer> SIZES = List.of(Looks.SMALLEST, 110, 125, Looks.LARGEST);
    private static final List<Integer> NAGS = List.of(5, 15, 30, 60);
    private static final String NEVER = "off";
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::?(\\d{2}))?");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Words words;
    private final Surroundings surroundings;
    private final BiConsumer<String, String> choice;
    private final Map<String, ReadOnlyObjectWrapper<Setting>> settings = new HashMap<>();
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper drawn = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Instant now = Instant.EPOCH;
    /// How many times the usual size text is drawn; nothing is drawn yet.
    private double enlarged = Double.MAX_VALUE;
    private SettingsFile.Contents contents = SettingsFile.Contents.none();

    /// One of several words of a setting.
    ///
    /// @param value as it is written
    record Option(String value, String label) {}

    /// A choice that removes something.
    ///
    /// @param value    for the settings file; empty for the default
    /// @param question what would be removed and when
    record Asked(String key, String value, String question) {}

    /// @param choice told of a key and a value for the settings file; an empty value brings the default back
    public ChoicesViewModel(Words words, Surroundings surroundings, BiConsumer<String, String> choice) {
        this.words = words;
        this.surroundings = surroundings;
        this.choice = choice;
        SettingsFile.keys().forEach(key -> settings.put(key, new ReadOnlyObjectWrapper<>(Setting.NONE)));
        show(contents);
    }

    /// @param newest of the settings file
    public void show(SettingsFile.Contents newest) {
        contents = newest;
        cancel();
        mistake.set(newest.problems().stream().map(problem -> problem.line() > 0
                ? words.say("ui.settings.mistake", problem.line(), problem.column(), problem.problem() + " "
                        + problem.remedy())
                : problem.problem() + " " + problem.remedy()).map(String::strip).collect(Collectors.joining("\n")));
        settings.forEach((key, setting) -> setting.set(standing(key)));
        tellDrawn();
    }

    /// What was chosen last could not be written.
    public void refused() {
        show(contents);
    }

    /// @param enlarged how many times the usual size text is drawn
    public void drawn(double enlarged) {
        this.enlarged = enlarged;
        tellDrawn();
    }

    private void tellDrawn() {
        long percent = Math.round(enlarged * 100);
        drawn.set(percent >= contents.settings().looks().textSize().orElse(Looks.SMALLEST) ? ""
                : words.say("ui.settings.choice.textSize.less", percent));
    }

    private Setting standing(String key) {
        String given = surroundings.given().get(key);
        if (given != null) {
            String option = (key.equals("language") ? "--lang " : "--theme ") + given;
            return new Setting(given, contents.keys().contains(key), words.say("ui.settings.given", option), "");
        }
        return new Setting(value(key), contents.keys().contains(key),
                contents.problems().isEmpty() ? "" : words.say("ui.settings.locked"), "");
    }

    private String value(String key) {
        Settings now = contents.settings();
        return switch (key) {
            case "theme" -> now.looks().theme().map(SettingsFile.THEMES::word).orElse("system");
            case "density" -> SettingsFile.DENSITIES.word(now.looks().dense());
            case "textSize" -> now.looks().textSize().orElse(Looks.SMALLEST) + "%";
            case "language" -> now.speech().language().map(SettingsFile.LANGUAGES::word).orElse("system");
            case "zone" -> now.speech().zone().map(SettingsFile.ZONES::word).orElse("local");
            case "cap" -> now.monthlyCap().amount().toPlainString();
            case "allowance" -> now.freeShare().amount().toPlainString() + (now.freeShare().percent() ? "%" : "");
            case "costs" -> SettingsFile.COSTS.word(now.costsAsked());
            case "name" -> now.name().orElse("");
            case "nag" -> now.notices().naggedAfter().map(ChoicesViewModel::minutes).orElse(NEVER);
            case "quiet" -> now.notices().quiet().map(ChoicesViewModel::hours).orElse("");
            case "notifications" -> onOff(now.notices().onDesktop());
            case "sound" -> onOff(now.notices().heard());
            case "tray" -> onOff(now.notices().inTray());
            default -> KeepChoices.part(key).map(part -> KeepChoices.value(part, now.keep()))
                    .orElseThrow(() -> new IllegalArgumentException(key));
        };
    }

    private static String onOff(boolean on) {
        return SettingsFile.SWITCHES.word(on ? Notices.Switch.ON : Notices.Switch.OFF);
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + "m";
    }

    private static String hours(QuietHours hours) {
        return CLOCK.format(hours.from()) + "-" + CLOCK.format(hours.to());
    }

    /// The words of a setting, in the order in which they are shown; one that a person has written into the file stands
    /// among the usual ones.
    List<Option> options(String key) {
        return switch (key) {
            case "theme" -> named(key, Stream.of("dark", "light", "system"));
            case "density" -> named(key, SettingsFile.DENSITIES.words().stream());
            case "language" -> named(key, SettingsFile.LANGUAGES.words().stream());
            case "zone" -> named(key, SettingsFile.ZONES.words().stream());
            case "costs" -> named(key, SettingsFile.COSTS.words().stream());
            case "textSize" -> IntStream.concat(SIZES.stream().mapToInt(Integer::intValue),
                    contents.settings().looks().textSize().stream()).sorted().distinct()
                    .mapToObj(size -> new Option(size + "%", words.say("ui.settings.percent", size))).toList();
            case "nag" -> Stream.concat(Stream.of(new Option(NEVER, words.say("ui.settings.choice.nag.never"))),
                    IntStream.concat(NAGS.stream().mapToInt(Integer::intValue), contents.settings().notices()
                            .naggedAfter().stream().mapToInt(time -> Math.toIntExact(time.toMinutes())))
                            .sorted().distinct()
                            .mapToObj(time -> new Option(time + "m", words.span(Duration.ofMinutes(time)))))
                    .toList();
            default -> KeepChoices.part(key)
                    .map(part -> new KeepChoices(words).options(part, contents.settings().keep())).orElse(List.of());
        };
    }

    private List<Option> named(String key, Stream<String> values) {
        return values.map(value -> new Option(value, words.say("ui.settings.choice." + key + "." + value))).toList();
    }

    /// A person chooses. What is empty brings the default back.
    void choose(String key, String typed) {
        ReadOnlyObjectWrapper<Setting> setting = setting(key);
        String value = written(key, typed.strip());
        if (!setting.get().locked().isEmpty()) {
            return;
        }
        if (value.isEmpty()) {
            reset(key);
        } else if (!SettingsFile.takes(key, value)) {
            setting.set(setting.get().withWrong(words.say("ui.settings.wrong." + key)));
        } else if (value.equals(value(key)) && contents.keys().contains(key)) {
            setting.set(standing(key));
        } else if (!asks(key, value)) {
            setting.set(setting.get().withValue(value));
            choice.accept(key, value);
        }
    }

    /// Whether something would be removed, which a person confirms before.
    private boolean asks(String key, String value) {
        String question = KeepChoices.part(key).map(part -> new KeepChoices(words).lowering(part,
                contents.settings().keep(), value, now)).orElse("");
        asked.set(question.isEmpty() ? Optional.empty() : Optional.of(new Asked(key, value, question)));
        return asked.get().isPresent();
    }

    /// A person's word that it may be removed.
    void confirm() {
        asked.get().ifPresent(one -> {
            asked.set(Optional.empty());
            choice.accept(one.key(), one.value());
        });
    }

    /// It stays as it is.
    ///
    /// @return whether something was asked
    boolean cancel() {
        boolean was = asked.get().isPresent();
        asked.set(Optional.empty());
        return was;
    }

    /// @param at the time, from which is counted what is old
    void tick(Instant at) {
        now = at;
    }

    /// What is to be confirmed.
    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// Takes what a person writes for people as what the file wants.
    private static String written(String key, String typed) {
        return switch (key) {
            case "cap" -> grouped(typed.replaceAll("[$\\s]", ""));
            case "allowance" -> grouped(typed.replaceAll("\\s", ""));
            default -> typed;
        };
    }

    /// A comma parts thousands. Where it stands otherwise it may be meant for decimals: it stays and is told as wrong.
    private static String grouped(String number) {
        return THOUSANDS.matcher(number).matches() ? number.replace(",", "") : number;
    }

    /// Two times of a day, written in one of the usual ways; both empty for no quiet hours.
    void quiet(String from, String to) {
        if (from.isBlank() && to.isBlank()) {
            reset("quiet");
        } else {
            choose("quiet", clock(from).flatMap(begin -> clock(to).map(end -> begin + "-" + end)).orElse("?"));
        }
    }

    private static Optional<String> clock(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Optional.ofNullable(time.group(2)).map(Integer::parseInt).orElse(0);
        return hour < 24 && minute < 60 ? Optional.of(CLOCK.format(LocalTime.of(hour, minute))) : Optional.empty();
    }

    /// What was typed is given up.
    void forgive(String key) {
        setting(key).set(standing(key));
    }

    /// The default is to hold again.
    void reset(String key) {
        boolean written = contents.keys().contains(key);
        setting(key).set(standing(key));
        if (written && setting(key).get().locked().isEmpty() && !asks(key, "")) {
            choice.accept(key, "");
        }
    }

    /// What holds where nobody has chosen, in words.
    String standard(String key) {
        return words.say("ui.settings.choice." + key + ".standard", surroundings.user());
    }

    private ReadOnlyObjectWrapper<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key)).orElseThrow(() -> new IllegalArgumentException(key));
    }

    ReadOnlyObjectProperty<Setting> settingProperty(String key) {
        return setting(key).getReadOnlyProperty();
    }

    /// What is wrong in the file, which is not written while it is.
    public ReadOnlyStringProperty mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /// That text is drawn smaller than it was chosen, or empty.
    public ReadOnlyStringProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }
}
