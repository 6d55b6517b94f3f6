package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesViewModelTest {

    private final List<String> chosen = new ArrayList<>();
    private final ChoicesViewModel model = model(Map.of());

    private ChoicesViewModel model(Map<String, String> given) {
        return new ChoicesViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), Window.surroundings(given),
                (key, value) -> chosen.add(key + ": " + value));
    }

    private Setting setting(String key) {
        return model.settingProperty(key).get();
    }

    @Test
    void withoutAFileEveryDefaultHoldsAndNoneCanBeChosenAgain() {
        assertThat(SettingsFile.keys()).allSatisfy(key -> {
            assertThat(setting(key).own()).as(key).isFalse();
            assertThat(setting(key).locked()).as(key).isEmpty();
            assertThat(model.standard(key)).as(key).isNotBlank();
        });
        assertThat(SettingsFile.keys().stream().map(key -> setting(key).value())).containsExactly("system",
                "comfortable", "100%", "system", "local", "2", "50%", "needed", "", "15m", "", "on", "on", "off", "15d",
                "63d", "1096d");
        assertThat(model.standard("name")).isEqualTo("mina");
    }

    @Test
    void keepingLongerIsChosenAtOnceAndShorterOnlyWhenWhatIsRemovedIsConfirmed() {
        model.tick(Snapshots.NOW);
        model.choose("keepMinutes", "90d");
        assertThat(chosen).containsExactly("keepMinutes: 90d");

        model.show(SettingsFile.contents("keepMinutes: 90d\n"));
        model.choose("keepMinutes", "30d");
        assertThat(setting("keepMinutes").value()).isEqualTo("90d");
        assertThat(model.askedProperty().get().orElseThrow().question())
                .startsWith("Metrics by the minute from before ")
                .contains(new Words(Locale.ENGLISH, Snapshots.ZONE).day(LocalDate.ofInstant(
                        Snapshots.NOW.minus(Duration.ofDays(30)), Snapshots.ZONE)), "beginning within 6 hours");
        assertThat(model.cancel()).isTrue();
        model.confirm();
        assertThat(chosen).as("given up").hasSize(1);

        model.choose("keepMinutes", "30d");
        model.confirm();
        assertThat(chosen.getLast()).isEqualTo("keepMinutes: 30d");
        assertThat(model.askedProperty().get()).isEmpty();
    }

    @Test
    void theDefaultIsAskedForTooWhereItRemovesSomething() {
        model.show(SettingsFile.contents("keepHours: 3653d\n"));
        model.reset("keepHours");
        assertThat(chosen).isEmpty();
        model.confirm();
        assertThat(chosen).containsExactly("keepHours: ");
    }

    @Test
    void whatTheFileSaysIsShownAndIsOnesOwn() {
        model.show(SettingsFile.contents("""
                theme: light
                density: compact
                textSize: 130%
                cap: 4.50
                allowance: 200000
                name: Kim Minji
                nag: 20m
                quiet: 22:00-7:30
                tray: on
                """));

        assertThat(setting("theme")).isEqualTo(new Setting("light", true, "", ""));
        assertThat(setting("cap").value()).isEqualTo("4.50");
        assertThat(setting("allowance").value()).isEqualTo("200000");
        assertThat(setting("name").value()).isEqualTo("Kim Minji");
        assertThat(setting("quiet").value()).isEqualTo("22:00-07:30");
        assertThat(setting("tray").value()).isEqualTo("on");
        assertThat(setting("sound").own()).isFalse();
        assertThat(model.options("textSize")).extracting(ChoicesViewModel.Option::label)
                .containsExactly("100%", "110%", "125%", "130%", "150%");
        assertThat(model.options("nag")).extracting(ChoicesViewModel.Option::label)
                .containsExactly("Never", "5 min", "15 min", "20 min", "30 min", "1 h");
    }

    /// Where decimals are written with a comma it would be another number.
    @ParameterizedTest
    @CsvSource({"cap,'1,50'", "cap,'1,2,3'", "allowance,'12,5%'", "allowance,'0,5%'"})
    void aCommaThatPartsNoThousandsIsNotTakenForOne(String key, String typed) {
        Setting before = setting(key);
        model.choose(key, typed);

        assertThat(chosen).isEmpty();
        assertThat(setting(key).value()).isEqualTo(before.value());
        assertThat(setting(key).wrong()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"theme,light,light", "density,compact,compact", "textSize,125%,125%", "language,ko,ko", "zone,utc,utc",
            "cap,' $250.50 ','250.50'", "allowance,'200,000',200000", "name,' Kim Minji ',Kim Minji", "nag,off,off",
            "costs,daily,daily", "sound,off,off", "cap,'1,000','1000'", "allowance,'12,345,678','12345678'"})
    void whatIsChosenIsToldAsItIsWritten(String key, String typed, String written) {
        model.choose(key, typed);

        assertThat(chosen).containsExactly(key + ": " + written);
        assertThat(setting(key)).isEqualTo(new Setting(written, true, "", ""));
    }

    @ParameterizedTest
    @CsvSource({"22:00,07:00,22:00-07:00", "22,7,22:00-07:00", "2230,0715,22:30-07:15", "9:05,17:00,09:05-17:00"})
    void quietHoursAreTakenInTheUsualWays(String from, String to, String written) {
        model.quiet(from, to);
        assertThat(chosen).containsExactly("quiet: " + written);
    }

    @ParameterizedTest
    @CsvSource({"24:00,07:00", "22:00,''", "22:00,22:00", "late,early", "22:60,07:00"})
    void wrongQuietHoursAreToldAndNotWritten(String from, String to) {
        model.quiet(from, to);

        assertThat(chosen).isEmpty();
        assertThat(setting("quiet").wrong()).startsWith("Not written: two different times of the day are needed");
    }

    @ParameterizedTest
    @CsvSource({"cap,-1", "cap,1000000000", "cap,'1,000.01'", "cap,much", "allowance,120%", "allowance,half",
            "allowance,0.5"})
    void aWrongAmountIsToldBesideItAndNotWritten(String key, String typed) {
        model.choose(key, typed);

        assertThat(chosen).isEmpty();
        assertThat(setting(key).wrong()).startsWith("Not written:");
        assertThat(setting(key).own()).isFalse();

        model.forgive(key);
        assertThat(setting(key).wrong()).isEmpty();
    }

    @Test
    void theDefaultIsChosenAgainByLeavingNothingOrByItsButton() {
        model.show(SettingsFile.contents("cap: 3\nname: Kim\nquiet: 22:00-07:00\ntheme: dark\n"));

        model.choose("cap", "  ");
        model.choose("name", "");
        model.quiet("", " ");
        model.reset("theme");
        model.reset("sound");

        assertThat(chosen).as("the sound stands in no line").containsExactly("cap: ", "name: ", "quiet: ", "theme: ");
    }

    @Test
    void whatHoldsAlreadyIsNotWrittenAgain() {
        model.show(SettingsFile.contents("cap: 3\n"));
        model.choose("cap", "$3");
        assertThat(chosen).isEmpty();
    }

    @Test
    void whatTheCommandLineHasDecidedSaysSoAndCannotBeChosen() {
        ChoicesViewModel decided = model(Map.of("theme", "light", "language", "ko"));
        decided.show(SettingsFile.contents("theme: dark\n"));

        decided.choose("theme", "dark");
        decided.reset("theme");

        assertThat(chosen).isEmpty();
        assertThat(decided.settingProperty("theme").get()).isEqualTo(new Setting("light", true,
                "Set by --theme light on the command line, which comes before the file.", ""));
        assertThat(decided.settingProperty("language").get().locked()).startsWith("Set by --lang ko");
        assertThat(decided.settingProperty("density").get().locked()).isEmpty();
    }

    @Test
    void everyMistakeOfAFileIsTold() {
        model.show(SettingsFile.contents("cap: -3\ntheme: drak\n"));

        assertThat(model.mistakeProperty().get().lines()).satisfiesExactlyInAnyOrder(
                told -> assertThat(told).startsWith("Line 1, column 6: 'cap' cannot be -3."),
                told -> assertThat(told).startsWith("Line 2, column 8: 'theme' cannot be 'drak'."));
    }

    @Test
    void aFileWithAMistakeIsToldWithItsPlaceAndLocksEverything() {
        model.show(SettingsFile.contents("cap: 3\ntheme: drak\n"));

        assertThat(model.mistakeProperty().get())
                .isEqualTo("Line 2, column 8: 'theme' cannot be 'drak'. Did you mean 'dark'?");
        assertThat(setting("cap").value()).as("what is right is used").isEqualTo("3");
        model.choose("cap", "4");
        assertThat(chosen).isEmpty();

        model.show(SettingsFile.contents("cap: 3\n"));
        assertThat(model.mistakeProperty().get()).isEmpty();
        assertThat(setting("cap").locked()).isEmpty();
    }

    @Test
    void aChoiceThatCouldNotBeWrittenIsTakenBack() {
        model.choose("density", "compact");
        model.refused();
        assertThat(setting("density")).isEqualTo(new Setting("comfortable", false, "", ""));
    }

    @Test
    void aWindowWithoutRoomForTheTextSizeSaysAtWhichItIsDrawn() {
        model.show(SettingsFile.contents("textSize: 150%\n"));
        model.drawn(1.15);
        assertThat(model.drawnProperty().get()).contains("drawn at 115%");
        model.drawn(1.5);
        assertThat(model.drawnProperty().get()).isEmpty();
    }

    @Test
    void whatIsDrawnIsComparedWithWhatIsChosenNow() {
        model.drawn(1.15);
        assertThat(model.drawnProperty().get()).isEmpty();

        model.show(SettingsFile.contents("textSize: 150%\n"));
        assertThat(model.drawnProperty().get()).contains("drawn at 115%");
        model.show(SettingsFile.contents("textSize: 110%\n"));
        assertThat(model.drawnProperty().get()).isEmpty();
    }
}
