package io.watchdeck;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Looks.ThemeWord;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.settings.Speech.LanguageWord;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// How a person wants the console: an option of the command line before `settings.yaml`, and that before the system's own
/// preference.
record Preferences(Options options, SettingsFile.Contents file) {

    static Preferences of(Options options, SettingsFile file) {
        return new Preferences(options, file.read());
    }

    /// Of settings that have just changed.
    static Preferences of(Options options, Settings settings) {
        return new Preferences(options, new SettingsFile.Contents(settings, List.of(), Set.of()));
    }

    /// What an option of the command line decides, whatever the file says: the key with the word of the option.
    Map<String, String> given() {
        var given = new HashMap<String, String>();
        options.theme().ifPresent(theme -> given.put("theme", SettingsFile.THEMES.word(theme)));
        options.language().ifPresent(language -> given.put("language", SettingsFile.LANGUAGES.word(language)));
        return given;
    }

    /// The theme that was asked for by name.
    Optional<Theme> givenTheme() {
        return options.theme().or(() -> settings().looks().theme()).flatMap(Preferences::named);
    }

    /// Call when the toolkit has started.
    Theme theme() {
        return givenTheme().orElseGet(Preferences::systemTheme);
    }

    Locale locale() {
        return options.language().or(() -> settings().speech().language()).flatMap(Preferences::spoken)
                .orElseGet(Preferences::systemLocale);
    }

    ZoneId zone() {
        return settings().speech().zoneOr(ZoneId.systemDefault());
    }

    Money cap() {
        return settings().monthlyCap();
    }

    FreeShare freeShare() {
        return settings().freeShare();
    }

    CostNeed.Asked costsAsked() {
        return asked(settings().costsAsked());
    }

    /// What a person wishes for alarms; who goes by no name by that of the system's user.
    AlarmWishes alarms() {
        return alarms(settings());
    }

    static AlarmWishes alarms(Settings wanted) {
        return new AlarmWishes(wanted.name().orElseGet(() -> System.getProperty("user.name")),
                wanted.notices().naggedAfter(), wanted.notices().quiet(), ZoneId.systemDefault());
    }

    /// How long samples are kept. All that there is while something in the file is wrong, for it may be that.
    Retention retention() {
        return file.problems().isEmpty() ? retention(settings().keep())
                : Retention.of(Arrays.stream(Tier.values()).collect(toMap(identity(), _ -> Retention.LONGEST)));
    }

    /// How long samples are kept.
    static Retention retention(Keep wanted) {
        return Retention.of(Map.of(Tier.MINUTE, Duration.ofDays(wanted.days(Keep.Part.MINUTES)), Tier.FIVE_MINUTES,
                Duration.ofDays(wanted.days(Keep.Part.FIVE_MINUTES)), Tier.HOUR,
                Duration.ofDays(wanted.days(Keep.Part.HOURS))));
    }

    static CostNeed.Asked asked(CostsWord when) {
        return switch (when) {
            case NEEDED -> CostNeed.Asked.NEEDED;
            case DAILY -> CostNeed.Asked.DAILY;
        };
    }

    /// Tells whoever runs a command what is wrong with the file; what is right in it is used all the same.
    void tellProblems(Consumer<Object> told) {
        file.problems().forEach(told);
    }

    Settings settings() {
        return file.settings();
    }

    private static Optional<Theme> named(ThemeWord word) {
        return switch (word) {
            case DARK -> Optional.of(Theme.DARK);
            case LIGHT -> Optional.of(Theme.LIGHT);
            case SYSTEM -> Optional.empty();
        };
    }

    private static Theme systemTheme() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    }

    private static Optional<Locale> spoken(LanguageWord word) {
        return switch (word) {
            case EN -> Optional.of(Locale.ENGLISH);
            case KO -> Optional.of(Locale.KOREAN);
            case SYSTEM -> Optional.empty();
        };
    }

    /// The system's language where the console speaks it, else English.
    private static Locale systemLocale() {
        return List.of("ko").contains(SystemLanguage.ofThisMachine()) ? Locale.KOREAN : Locale.ENGLISH;
    }
}
