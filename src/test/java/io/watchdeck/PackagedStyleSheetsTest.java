package io.watchdeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.watchdeck.ui.shell.Theme;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The style sheets as the packages hold them: what a start finds is what the sources say, without AtlantaFX's rules for
/// controls that the console does not have.
class PackagedStyleSheetsTest {

    private static final Path ABSENT = Path.of("packaging", "absent-controls.txt");
    private static final String KIT = "/io/watchdeck/ui/kit/kit.css";

    @TempDir
    Path scratch;

    @Test
    void aPackageHoldsEveryRuleThatTheConsoleCanNeed() throws Exception {
        Path console = scratch.resolve("console.jar");
        try (FileSystem jar = FileSystems.newFileSystem(console, Map.of("create", "true"))) {
            Path sheet = jar.getPath(KIT);
            Files.createDirectories(sheet.getParent());
            Files.copy(Path.of("src/main/resources" + KIT), sheet);
        }
        Path theme = Files.copy(atlantafx(), scratch.resolve("atlantafx.jar"));

        Packaging.run(scratch, "StyleSheets.java", console.toString(), theme.toString());

        assertThat(rules(inside(console, KIT.replace(".css", ".bss")))).isNotEmpty()
                .isEqualTo(rules(inside(console, KIT)));
        Pattern absent = Pattern.compile("\\.(?:" + String.join("|", absentStyleClasses()) + ")(?![\\w-])");
        for (Theme one : Theme.values()) {
            String name = "/" + one.base().replaceFirst("^/", "");
            List<Styled> whole = rules(inside(atlantafx(), name));
            List<Styled> kept = rules(inside(theme, name.replace(".css", ".bss")));

            List<Styled> wanted = whole.stream().filter(rule -> !absent.matcher(rule.selector()).find()).toList();
            assertThat(kept).as(name).containsExactlyElementsOf(wanted);
            assertThat(kept.size()).as(name).isBetween(whole.size() / 4, whole.size() * 3 / 5);
        }
    }

    @Test
    void noControlIsUsedWhoseRulesAreLeftOut() throws Exception {
        var console = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.watchdeck");

        for (String control : absentControls()) {
            noClasses().should().dependOnClassesThat().areAssignableTo(control)
                    .because("packaging/absent-controls.txt leaves out its style rules").check(console);
        }
    }

    /// A name that is none would forbid nothing, and a style class that is none would leave nothing out.
    @Test
    void theControlsAndStyleClassesThatAreNamedExist() throws Exception {
        String sheet = Files.readString(inside(atlantafx(), "/" + Theme.DARK.base().replaceFirst("^/", "")));
        assertThat(absentStyleClasses())
                .allMatch(name -> Pattern.compile("\\." + name + "(?![\\w-])").matcher(sheet).find());
        for (String control : absentControls()) {
            // JavaFX's web module and Ikonli are no part of the console at all.
            if (!control.startsWith("javafx.scene.web.") && !control.startsWith("org.kordamp.")) {
                assertThat(Class.forName(control, false, getClass().getClassLoader())).isNotNull();
            }
        }
    }

    /// @param declares properties and their values, in their order
    private record Styled(String selector, List<String> declares) {}

    /// Each selector with what it declares, in their order.
    private static List<Styled> rules(Path sheet) throws IOException {
        Path read = sheet;
        if (sheet.toString().endsWith(".css")) {
            read = sheet.resolveSibling("read.bss");
            Stylesheet.convertToBinary(sheet.toFile(), read.toFile());
        }
        return Stylesheet.loadBinary(read.toUri().toURL()).getRules().stream()
                .flatMap(rule -> rule.getSelectors().stream()
                        .map(selector -> new Styled(selector.toString(), rule.getDeclarations().stream()
                                .map(declared -> declared.getProperty() + ": " + declared.getParsedValue()).toList())))
                .toList();
    }

    private Path inside(Path jar, String name) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return Files.write(
                    Files.createTempDirectory(scratch, "sheet").resolve(Path.of(name).getFileName().toString()),
                    Files.readAllBytes(files.getPath(name)));
        }
    }

    private static Path atlantafx() throws URISyntaxException {
        return Path.of(PrimerDark.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> absentControls() throws IOException {
        return lines().map(line -> line.split(" ")[0]).toList();
    }

    private static List<String> absentStyleClasses() throws IOException {
        return lines().flatMap(line -> Stream.of(line.split(" ")).skip(1)).toList();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(ABSENT).stream().filter(line -> !line.startsWith("#"));
    }
}
