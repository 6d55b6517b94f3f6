package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Looks;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedSettingsTest {

    @TempDir
    private Path folder;

    private final List<String> seen = new ArrayList<>();
    private Path path = Path.of("");
    private SettingsFile.Contents told = SettingsFile.Contents.none();

    private final FollowedSettings.Target window = new FollowedSettings.Target() {
        @Override
        public void look(Settings settings, boolean theme, boolean speech) {
            if (theme) {
                seen.add("theme " + settings.looks().theme().map(Enum::name).orElse("system's"));
            }
            if (speech) {
                seen.add("language " + settings.speech().language().map(Enum::name).orElse("system's"));
            }
            if (!settings.looks().density().isEmpty()) {
                seen.add("density " + settings.looks().dense() + " at " + settings.looks().enlarged());
            }
        }

        @Override
        public void limits(Money month, FreeShare free) {
            seen.add("cap " + month.amount().toPlainString() + ", free " + free.of(1000));
        }

        @Override
        public void keep(Keep wanted) {
            seen.add("minutes for " + wanted.days(Keep.Part.MINUTES) + " days");
        }

        @Override
        public void costs(CostsWord when) {
            seen.add("costs " + when);
        }

        @Override
        public void alarms(Settings settings) {
            seen.add("alarms " + settings.name().orElse("nobody") + " " + settings.notices().naggedAfter());
        }

        @Override
        public void unwritten(Path file) {
            seen.add("unwritten " + file.getFileName());
        }

        @Override
        public void contents(SettingsFile.Contents now) {
            seen.add("problems " + now.problems().size());
            told = now;
        }
    };

    @BeforeEach
    void file() throws IOException {
        path = Files.writeString(folder.resolve("settings.yaml"), "theme: dark\ncap: 3\n");
    }

    private FollowedSettings followed() {
        var file = new SettingsFile(path);
        var followed = new FollowedSettings(file, file.read(), window, Runnable::run);
        seen.clear();
        return followed;
    }

    @Test
    void whatChangesInTheFileIsSeenInTheWindow() throws IOException {
        FollowedSettings followed = followed();

        followed.look();
        assertThat(seen).isEmpty();

        Files.writeString(path, "theme: light\ncap: 4\n");
        followed.look();
        assertThat(seen).containsExactly("problems 0", "theme LIGHT", "cap 4, free 500");
    }

    @Test
    void theLogIsToldOfAMistakeAndItsEndOnce() throws IOException {
        try (var log = new LoggedLines(FollowedSettings.class)) {
            FollowedSettings followed = followed();

            Files.writeString(path, "theme: dark\ncaps: 3\n");
            followed.look();
            followed.look();
            Files.writeString(path, "theme: dark\ncap: 5\n");
            followed.look();
            followed.look();

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().getFirst()).startsWith("Settings wrong: " + path + ":2:1: ").contains("caps");
            assertThat(log.lines().getLast()).isEqualTo("Settings right again: " + path);
        }
    }

    @Test
    void theLogIsToldOfSettingsThatAreWrongFromTheBegin() throws IOException {
        Files.writeString(path, "caps: 3\n");
        try (var log = new LoggedLines(FollowedSettings.class)) {
            followed();

            assertThat(log.lines()).singleElement().asString().startsWith("Settings wrong: ");
        }
    }

    @Test
    void howLongSamplesAreKeptIsFollowed() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(path, "theme: dark\ncap: 3\nkeepMinutes: 90d\n");
        followed.look();

        assertThat(seen).containsExactly("problems 0", "cap 3, free 500", "minutes for 90 days");
    }

    /// An editor writes a file by putting another into its place.
    @Test
    void aFileThatIsGoneForAMomentHasNothingRemoved() throws IOException {
        FollowedSettings followed = followed();
        Files.writeString(path, "theme: dark\ncap: 3\nkeepMinutes: 90d\n");
        followed.look();
        seen.clear();

        Files.delete(path);
        followed.look();

        assertThat(seen).isNotEmpty().noneMatch(line -> line.startsWith("minutes for"));
    }

    /// What is wrong may be how long samples are kept.
    @Test
    void aFileThatIsWrongAtTheStartHasNothingRemoved() {
        var wrong = new SettingsFile.Contents(Settings.none(), List.of(new FileProblem("settings.yaml", 1, 1,
                "keepMinutes is no duration", "write 90d")), Set.of());

        assertThat(Arrays.stream(Tier.values()).map(new Preferences(new Options(), wrong).retention()::kept))
                .containsOnly(Retention.LONGEST);
        assertThat(new Preferences(new Options(), SettingsFile.Contents.none()).retention())
                .isEqualTo(Retention.standard());
    }

    /// The settings may not know the tiers, whose bounds they name.
    @Test
    void theLeastThatIsKeptIsWhatEachTierKeeps() {
        assertThat(Preferences.retention(Keep.none())).isEqualTo(Retention.standard());
        assertThat(Arrays.stream(Keep.Part.values()).map(part -> Duration.ofDays(part.least())))
                .containsExactlyElementsOf(Arrays.stream(Tier.values()).map(Tier::kept).toList());
    }

    @Test
    void aFileThatIsWrongForAMomentChangesNothingButSaysSo() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(path, "theme: ligh\n");
        followed.look();
        assertThat(seen).containsExactly("problems 1");

        seen.clear();
        Files.writeString(path, "theme: dark\ncap: 3\n");
        followed.look();
        assertThat(seen).containsExactly("problems 0", "cap 3, free 500");
    }

    @Test
    void whileTheFileIsWrongWhatHoldsIsToldWithWhatIsWrong() throws IOException {
        Files.writeString(path, "theme: light\ntextSize: 125%\n");
        FollowedSettings followed = followed();

        for (String wrong : List.of("theme: light\ntextSize: big\n", "theme: [light\n")) {
            Files.writeString(path, wrong);
            followed.look();
            assertThat(told.problems()).as(wrong).isNotEmpty();
            assertThat(told.settings().looks()).as(wrong).isEqualTo(new Looks(
                    Optional.of(Looks.ThemeWord.LIGHT), Optional.empty(), OptionalInt.of(125)));
        }

        followed.choose("theme", "dark");
        followed.write("theme");
        assertThat(seen).contains("unwritten settings.yaml");
        assertThat(told.settings().looks().theme()).contains(Looks.ThemeWord.LIGHT);
    }

    @Test
    void anotherShareOfTheFreeRequestsHoldsAtOnce() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(path, "theme: dark\ncap: 3\nallowance: 10%\n");
        followed.look();

        assertThat(seen).containsExactly("problems 0", "cap 3, free 100");
    }

    @Test
    void whenCostIsAskedForIsToldWhereItChanges() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(path, "theme: dark\ncap: 3\ncosts: daily\n");
        followed.look();
        assertThat(seen).containsExactly("problems 0", "cap 3, free 500", "costs DAILY");

        seen.clear();
        Files.writeString(path, "theme: dark\ncap: 3\n");
        followed.look();
        assertThat(seen).containsExactly("problems 0", "cap 3, free 500", "costs NEEDED");
    }

    @Test
    void aChoiceIsWrittenHoweverSoonTheWindowIsClosed() {
        FollowedSettings followed = followed();

        followed.choose("theme", "light");
        followed.close();

        assertThat(new SettingsFile(path).read().settings().looks().theme()).contains(Looks.ThemeWord.LIGHT);
    }

    @Test
    void whatIsChosenInTheWindowIsWrittenUsedOnceAndNotTakenForNews() {
        FollowedSettings followed = followed();

        followed.choose("theme", "light");
        followed.write("theme");
        followed.look();

        assertThat(new SettingsFile(path).read().settings().looks().theme()).contains(Looks.ThemeWord.LIGHT);
        assertThat(seen).containsExactly("problems 0", "theme LIGHT", "cap 3, free 500");
    }

    @Test
    void aCapThatIsChosenInTheWindowHoldsOnceItIsWritten() {
        FollowedSettings followed = followed();

        followed.choose("cap", "5");
        followed.write("cap");
        followed.look();

        assertThat(new SettingsFile(path).read().settings().monthlyCap()).isEqualTo(Money.usd("5"));
        assertThat(seen).containsExactly("problems 0", "cap 5, free 500");
    }

    @Test
    void aCapThatCannotBeWrittenDoesNotHoldAndThatIsTold() throws IOException {
        FollowedSettings followed = followed();
        Files.writeString(path, "them: dark\n");

        followed.choose("cap", "5");
        followed.write("cap");

        assertThat(seen).containsExactly("unwritten settings.yaml", "problems 0");
    }

    @Test
    void aThemeOrLanguageThatCannotBeWrittenIsTakenBack() throws IOException {
        FollowedSettings followed = followed();
        Files.writeString(path, "them: dark\n");
        followed.look();
        seen.clear();

        followed.choose("theme", "light");
        followed.write("theme");
        followed.choose("language", "ko");
        followed.write("language");

        assertThat(seen).containsSubsequence("unwritten settings.yaml", "theme DARK", "unwritten settings.yaml",
                "language system's");
    }

    @Test
    void everyChoiceHoldsOnceItIsWritten() {
        FollowedSettings followed = followed();

        for (String line : List.of("density compact", "textSize 125%", "language ko", "name Kim Minji", "nag 5m",
                "costs daily")) {
            seen.clear();
            followed.choose(line.split(" ", 2)[0], line.split(" ", 2)[1]);
            followed.write(line.split(" ", 2)[0]);
            assertThat(seen).as(line).anyMatch(one -> switch (line.split(" ", 2)[0]) {
                case "density" -> one.equals("density COMPACT at 1.0");
                case "textSize" -> one.equals("density COMPACT at 1.25");
                case "language" -> one.equals("language KO");
                case "name" -> one.startsWith("alarms Kim Minji");
                case "nag" -> one.equals("alarms Kim Minji Optional[PT5M]");
                default -> one.equals("costs DAILY");
            });
        }
    }

    @Test
    void aDefaultThatIsChosenAgainHoldsAndItsLineGoes() throws IOException {
        FollowedSettings followed = followed();

        followed.choose("cap", "");
        followed.write("cap");

        assertThat(Files.readString(path)).isEqualTo("theme: dark\n");
        assertThat(seen).containsExactly("problems 0", "cap 2, free 500");
    }

    @Test
    void aFileThatIsWrongFromTheBeginningIsTold() throws IOException {
        Files.writeString(path, "them: dark\n");
        var file = new SettingsFile(path);

        new FollowedSettings(file, file.read(), window, Runnable::run);

        assertThat(seen).containsExactly("problems 1");
    }

    @Test
    void howAlarmsAreToldIsFollowed() throws IOException {
        FollowedSettings followed = followed();

        Files.writeString(path, "theme: dark\ncap: 3\nname: sora\nnag: 5m\n");
        followed.look();
        Files.writeString(path, "theme: dark\ncap: 3\nname: sora\nnag: 5m\n# more\n");
        followed.look();

        assertThat(seen.stream().filter(one -> one.startsWith("alarms"))).containsExactly(
                "alarms sora Optional[PT5M]");
    }
}
