package io.watchdeck.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.settings.Looks.ThemeWord;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.Speech.LanguageWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private SettingsFile file(String text) throws IOException {
        return new SettingsFile(Files.writeString(folder.resolve("settings.yaml"), text));
    }

    private String wrong(String text) throws IOException {
        var problems = file(text).read().problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst().toString().replace(folder.resolve("settings.yaml").toString(), "");
    }

    @Test
    void everyChoiceIsRead() throws IOException {
        SettingsFile.Contents contents = file("""
                theme: light
                density: compact
                textSize: 125 %
                language: ko
                zone: utc
                cap: 4.50
                allowance: 25 %
                costs: daily
                name: 김민지
                nag: 30m
                quiet: 22:00-7:30
                notifications: off
                sound: on
                tray: on
                keepMinutes: 90d
                keepFiveMinutes: 366 d
                keepHours: 3653d
                """).read();

        assertThat(contents.problems()).isEmpty();
        assertThat(contents.settings()).isEqualTo(new Settings(
                new Looks(Optional.of(ThemeWord.LIGHT), Optional.of(Looks.DensityWord.COMPACT), OptionalInt.of(125)),
                new Speech(Optional.of(LanguageWord.KO), Optional.of(Speech.ZoneWord.UTC)),
                Optional.of(Money.usd("4.50")),
                Optional.of(FreeShare.ofPercent("25")), Optional.of(CostsWord.DAILY), Optional.of("김민지"),
                new Notices(Optional.of(Duration.ofMinutes(30)),
                        Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30))),
                        Optional.of(Notices.Switch.OFF), Optional.of(Notices.Switch.ON),
                        Optional.of(Notices.Switch.ON)),
                new Keep(Map.of(Keep.Part.MINUTES, 90, Keep.Part.FIVE_MINUTES, 366, Keep.Part.HOURS, 3653))));
        assertThat(contents.settings().notices().onDesktop()).isFalse();
        assertThat(contents.settings().looks().enlarged()).isEqualTo(1.25);
        assertThat(contents.settings().speech().zoneOr(ZoneId.of("Asia/Seoul"))).isEqualTo(ZoneOffset.UTC);
        assertThat(contents.keys()).containsExactlyInAnyOrderElementsOf(SettingsFile.keys());
        assertThat(file("nag: off\n").read().settings().notices().naggedAfter()).isEmpty();
    }

    @Test
    void whatNobodyChoseIsLeftToTheDefault() throws IOException {
        assertThat(new SettingsFile(folder.resolve("none.yaml")).read())
                .isEqualTo(SettingsFile.Contents.none());
        assertThat(Settings.none().looks().dense()).isEqualTo(Looks.DensityWord.COMFORTABLE);
        assertThat(Settings.none().looks().enlarged()).isEqualTo(1);
        assertThat(Settings.none().speech().zoneOr(ZoneId.of("Asia/Seoul"))).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(file("").read().problems()).isEmpty();
        assertThat(file("# theme: dark\n\n").read().settings()).isEqualTo(Settings.none());
        assertThat(Settings.none().monthlyCap()).isEqualTo(Money.usd("2"));
        assertThat(Settings.none().freeShare()).isEqualTo(FreeShare.ofPercent("50"));
        assertThat(Settings.none().costsAsked()).isEqualTo(CostsWord.NEEDED);
        assertThat(Settings.none().notices().naggedAfter()).contains(Duration.ofMinutes(15));
        assertThat(Settings.none().notices().onDesktop()).isTrue();
        assertThat(Settings.none().notices().heard()).isTrue();
        assertThat(Settings.none().notices().inTray()).isFalse();
        assertThat(Settings.none().keep().days(Keep.Part.MINUTES)).isEqualTo(15);
        assertThat(Settings.none().keep().days(Keep.Part.HOURS)).isEqualTo(1096);
    }

    @Test
    void mistakesAreToldWithTheirPlaceAndWhatWasMeant() throws IOException {
        assertThat(wrong("them: dark\n")).isEqualTo(":1:1: Unknown key 'them'. Did you mean 'theme'?");
        assertThat(wrong("theme: drak\n")).isEqualTo(":1:8: 'theme' cannot be 'drak'. Did you mean 'dark'?");
        assertThat(wrong("theme: dark\nlanguage: de\n"))
                .isEqualTo(":2:11: 'language' cannot be 'de'. Choose one of these: en, ko, system.");
        assertThat(wrong("density: compac\n"))
                .isEqualTo(":1:10: 'density' cannot be 'compac'. Did you mean 'compact'?");
        assertThat(wrong("zone: KST\n")).isEqualTo(":1:7: 'zone' cannot be 'KST'. Choose one of these: local, utc.");
        assertThat(wrong("textSize: 90%\n")).isEqualTo(
                ":1:11: 'textSize' cannot be 90%. Write a whole percentage from 100% to 150%.");
        assertThat(wrong("textSize: 151\n")).startsWith(":1:11: 'textSize' cannot be 151.");
        assertThat(wrong("textSize: large\n")).startsWith(":1:11: 'textSize' must be a percentage, but is the text");
        assertThat(wrong("cap: two\n")).startsWith(":1:6: 'cap' must be a number, but is the text 'two'.");
        assertThat(wrong("cap: -1\n")).startsWith(":1:6: 'cap' cannot be -1.");
        assertThat(wrong("cap: 1000000000\n")).isEqualTo(
                ":1:6: 'cap' cannot be 1000000000. Write US dollars a month, such as 2, and 1000 at most.");
        assertThat(wrong("cap: 1000.01\n")).startsWith(":1:6: 'cap' cannot be 1000.01.");
        assertThat(wrong("cap: 3\nallowance: half\n"))
                .isEqualTo(":2:12: 'allowance' must be a percentage or a number of"
                        + " requests, but is the text 'half'. Write 50% of what CloudWatch gives free of charge, or a number of"
                        + " requests a month such as 200000.");
        assertThat(wrong("nag: often\n")).startsWith(":1:6: 'nag' must be");
        assertThat(wrong("quiet: nights\n")).isEqualTo(":1:8: 'quiet' must be two times of a day, but is the text"
                + " 'nights'. Write two times of the local zone, such as 22:00-07:00.");
        assertThat(wrong("quiet: 22:00-25:00\n")).startsWith(":1:8: 'quiet' cannot be 22:00-25:00.");
        assertThat(wrong("quiet: 22:00-22:00\n")).startsWith(":1:8: 'quiet' cannot be");
        assertThat(wrong("sound: loud\n")).isEqualTo(":1:8: 'sound' cannot be 'loud'. Choose one of these: on, off.");
        assertThat(wrong("allowance: 120%\n"))
                .isEqualTo(":1:12: 'allowance' cannot be 120%. 100% is all of it.");
        assertThat(wrong("allowance: -5\n")).startsWith(":1:12: 'allowance' must be a percentage");
        assertThat(wrong("allowance: 0.5\n")).startsWith(":1:12: 'allowance' cannot be 0.5.");
        assertThat(wrong("costs: dayly\n"))
                .isEqualTo(":1:8: 'costs' cannot be 'dayly'. Did you mean 'daily'?");
        assertThat(wrong("costs: 24\n")).startsWith(":1:8: 'costs'");
        assertThat(wrong("cap: 3\nkeepMinutes: 14d\n")).isEqualTo(
                ":2:14: 'keepMinutes' cannot be 14d. Write days from 15d to 366d.");
        assertThat(wrong("keepHours: 9999d\n")).startsWith(":1:12: 'keepHours' cannot be 9999d.");
        assertThat(wrong("keepFiveMinutes: 90\n")).startsWith(":1:18: 'keepFiveMinutes' must be a number of days");
        assertThat(wrong("name: 12\n")).startsWith(":1:7: 'name' must be a text");
        assertThat(wrong("theme: dark\ntheme: light\n")).contains("appears twice");
        assertThat(wrong("- theme\n")).startsWith(":1:1: The file must be a block of keys");
        assertThat(wrong("theme: [dark\n")).contains("Close the quotation mark or the bracket.");
    }

    @Test
    void theAllowanceIsAShareOfTheFreeRequestsOrANumberOfThem() throws IOException {
        assertThat(file("allowance: 50%\n").read().settings().freeShare().of(1_000_000)).isEqualTo(500_000);
        assertThat(file("allowance: 12.5 %\n").read().settings().freeShare().of(1_000_000)).isEqualTo(125_000);
        assertThat(file("allowance: 200000\n").read().settings().freeShare().of(1_000_000)).isEqualTo(200_000);
        assertThat(file("allowance: 0\n").read().settings().freeShare().of(1_000_000)).isZero();
        assertThat(file("allowance: 2000000\n").read().settings().freeShare().of(1_000_000))
                .as("more are not free").isEqualTo(1_000_000);
    }

    @Test
    void aWrongValueKeepsNoOtherFromBeingUsed() throws IOException {
        assertThat(file("theme: drak\ncap: 3\n").read().settings().monthlyCap()).isEqualTo(Money.usd("3"));
    }

    @Test
    void aChoiceIsWrittenInItsLineAndEveryOtherLineStays() throws IOException {
        SettingsFile file = file("# mine\ntheme:   dark  # at night\ncap: 3\n");

        assertThat(file.put("theme", "light")).isTrue();
        assertThat(file.put("language", "ko")).isTrue();

        assertThat(Files.readString(file.path()))
                .isEqualTo("# mine\ntheme: light  # at night\ncap: 3\nlanguage: ko\n");
        assertThat(file.read().settings().looks().theme()).contains(ThemeWord.LIGHT);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file.path()));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aDefaultIsChosenAgainByTakingItsLineAway() throws IOException {
        SettingsFile file = file("# mine\ntheme: dark\ncap: 3  # for now\nname: \"Kim #1\"\n");

        assertThat(file.reset("theme")).isTrue();
        assertThat(file.reset("name")).isTrue();
        assertThat(file.reset("cap")).as("what a person wrote for people stays").isTrue();
        assertThat(file.reset("sound")).as("which nobody has chosen").isTrue();

        assertThat(Files.readString(file.path())).isEqualTo("# mine\n# for now\n");
        assertThat(file.read()).isEqualTo(SettingsFile.Contents.none());
    }

    @Test
    void aDefaultOfAFileInBracesIsNotChosenAgain() throws IOException {
        SettingsFile file = file("{theme: dark}\n");
        assertThat(file.reset("theme")).isFalse();
        assertThat(Files.readString(file.path())).isEqualTo("{theme: dark}\n");
    }

    @Test
    void theLineOfALineEndOfWindowsGoesAsAWhole() throws IOException {
        SettingsFile file = file("theme: dark\r\ncap: 3\r\n");
        assertThat(file.reset("theme")).isTrue();
        assertThat(Files.readString(file.path())).isEqualTo("cap: 3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kim Minji", "김민지", "12", "true", "Kim #1", "a: b", "\"quoted\"", "C:\\kim", "- dash",
            "O'Brien"})
    void aNameIsWrittenSoThatItIsReadAsItWasTyped(String name) throws IOException {
        SettingsFile file = file("name: before  # mine\ncap: 3\n");

        assertThat(SettingsFile.takes("name", name)).isTrue();
        assertThat(file.put("name", name)).isTrue();
        assertThat(file.read().settings().name()).contains(name);
        assertThat(file.put("name", "after")).as("over what is in quotes").isTrue();

        assertThat(Files.readString(file.path())).isEqualTo("name: after  # mine\ncap: 3\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cap: -1", "cap: 1001", "cap: much", "allowance: 120%", "quiet: 22:00-22:00", "quiet: nights",
                    "textSize: 90%", "nag: 90s", "theme: grey", "name: "})
    void whatTheFileWouldRefuseIsNotWritten(String line) throws IOException {
        SettingsFile file = file("sound: on\n");
        String key = line.substring(0, line.indexOf(':'));
        String value = line.substring(line.indexOf(':') + 1).strip();

        assertThat(SettingsFile.takes(key, value)).isFalse();
        assertThat(file.put(key, value)).isFalse();

        assertThat(Files.readString(file.path())).isEqualTo("sound: on\n");
    }

    @Test
    void theFirstChoiceMakesTheFile() {
        var file = new SettingsFile(folder.resolve("watchdeck").resolve("settings.yaml"));

        assertThat(file.put("theme", "dark")).isTrue();

        assertThat(file.read().settings().looks().theme()).contains(ThemeWord.DARK);
    }

    @Test
    void aLineWithoutItsEndIsNotRunTogetherWithTheNext() throws IOException {
        SettingsFile file = file("cap: 3");
        file.put("theme", "dark");
        assertThat(Files.readString(file.path())).isEqualTo("cap: 3\ntheme: dark\n");
    }

    @Test
    void aFileThatIsWrongIsNotTouched() throws IOException {
        SettingsFile file = file("theme: drak\n");
        assertThat(file.put("theme", "light")).isFalse();
        assertThat(Files.readString(file.path())).isEqualTo("theme: drak\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{theme: dark}\n", "  theme: dark\n  cap: 3\n", "{\ntheme: dark,\ncap: 3}\n",
            "theme: dark\n...\n"})
    void aFileThatALineMoreWouldBreakIsNotTouched(String text) throws IOException {
        SettingsFile file = file(text);
        assertThat(file.put("language", "ko")).isFalse();
        assertThat(Files.readString(file.path())).isEqualTo(text);
        assertThat(file.read().problems()).isEmpty();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anAmountTooSmallToBeOneIsToldAndNotWrittenOut() throws IOException {
        assertThat(wrong("cap: 1e-999999999\n")).isEqualTo(
                ":1:6: 'cap' must be a number, but is 1e-999999999. Write it plainly, such as 12.50.");
        assertThat(wrong("cap: -1e999999999\n")).startsWith(":1:6: 'cap' is too large.");
    }

    /// Half of them are other objects of the same file, as other consoles have.
    @Test
    void whatSeveralChooseAtOnceIsAllWritten() throws Exception {
        SettingsFile file = file("# mine\n");
        List<String> lines = List.of("theme: dark", "density: compact", "language: ko", "zone: utc", "cap: 3",
                "name: Kim", "sound: off", "tray: on");
        var work = new ArrayList<Thread>();
        for (String line : lines) {
            String[] both = line.split(": ");
            work.add(Thread.ofPlatform().start(() -> new SettingsFile(file.path()).put(both[0], both[1])));
        }
        for (Thread one : work) {
            one.join();
        }
        assertThat(Files.readString(file.path()).lines()).containsExactlyInAnyOrderElementsOf(
                Stream.concat(Stream.of("# mine"), lines.stream()).toList());
    }

    /// Another process holds the lock: what is chosen waits for it, and is made of what stands there then.
    @Test
    void whatIsChosenWaitsForAnotherConsoleThatWrites() throws Exception {
        SettingsFile file = file("cap: 3\n");
        Path lock = OneWriter.lock(file.path());
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockHolder.class.getName(), lock.toString())
                .redirectErrorStream(true).start();
        try {
            assertThat(other.getInputStream().read()).as("it has the lock").isEqualTo('h');
            var written = new CompletableFuture<Boolean>();
            Thread.ofPlatform().start(() -> written.complete(file.put("theme", "dark")));
            assertThat(written).as("while the other has it").isNotDone();
            Files.writeString(file.path(), "cap: 4\n");
            other.getOutputStream().close();

            assertThat(written.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(file.path())).isEqualTo("cap: 4\ntheme: dark\n");
        } finally {
            other.destroy();
            other.waitFor();
            Files.delete(lock);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.yaml"), "theme: dark\n");
        var file = new SettingsFile(Files.createSymbolicLink(folder.resolve("settings.yaml"), kept));

        assertThat(file.put("theme", "light")).isTrue();

        assertThat(Files.isSymbolicLink(file.path())).isTrue();
        assertThat(Files.readString(kept)).isEqualTo("theme: light\n");
    }
}
