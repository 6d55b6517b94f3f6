import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Puts beside each style sheet of the window what JavaFX makes of it when it reads it: a start finds that (`.bss` in place
/// of `.css`) and has no text to read. Of AtlantaFX's sheets it leaves out the rules for controls that the console does not
/// have (`absent-controls.txt`): more than half of the selectors.
///
/// Run by [Installers]: `java -cp JAVAFX packaging/StyleSheets.java JAR ATLANTAFX-JAR`.
final class StyleSheets {

    private static final String OF_THE_WINDOW = "io/watchdeck/ui";
    private static final String THEMES = "atlantafx/base/theme";
    /// The two that the console has.
    private static final List<String> OF_THE_CONSOLE = List.of("primer-dark.css", "primer-light.css");
    private static final Path ABSENT = Path.of("packaging", "absent-controls.txt");
    private static final String TEXT = ".css";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    private StyleSheets() {}

    public static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            List<Path> sheets;
            try (Stream<Path> files = Files.walk(jar.getPath(OF_THE_WINDOW))) {
                sheets = files.filter(file -> file.toString().endsWith(TEXT)).toList();
            }
            if (sheets.isEmpty()) {
                throw new IOException("There are no style sheets in " + arguments[0]);
            }
            for (Path sheet : sheets) {
                put(sheet, Files.readString(sheet));
            }
        }
        Set<String> absent = absent();
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[1]))) {
            for (String theme : OF_THE_CONSOLE) {
                Path sheet = jar.getPath(THEMES, theme);
                put(sheet, without(absent, Files.readString(sheet)));
            }
        }
    }

    /// The style classes of the controls that the console does not have.
    private static Set<String> absent() throws IOException {
        try (Stream<String> lines = Files.lines(ABSENT)) {
            return lines.filter(line -> !line.startsWith("#")).flatMap(line -> Stream.of(line.split(" ")).skip(1))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The sheet without the selectors that name one of these style classes.
    private static String without(Set<String> absent, String sheet) throws IOException {
        String text = COMMENT.matcher(sheet).replaceAll("");
        if (text.contains("@")) {
            throw new IOException("A style sheet of AtlantaFX holds more than rules");
        }
        var kept = new StringBuilder();
        Matcher rules = RULE.matcher(text);
        while (rules.find()) {
            String selectors = Stream.of(rules.group(1).split(","))
                    .filter(selector -> STYLE_CLASS.matcher(selector).results()
                            .noneMatch(named -> absent.contains(named.group(1))))
                    .collect(Collectors.joining(","));
            if (!selectors.isEmpty()) {
                kept.append(selectors).append('{').append(rules.group(2)).append('}');
            }
        }
        return kept.toString();
    }

    private static void put(Path sheet, String rules) throws IOException {
        File text = File.createTempFile("watchdeck", TEXT);
        File read = File.createTempFile("watchdeck", ".bss");
        try {
            Files.writeString(text.toPath(), rules);
            Stylesheet.convertToBinary(text, read);
            String name = sheet.getFileName().toString();
            Files.write(sheet.resolveSibling(name.substring(0, name.length() - TEXT.length()) + ".bss"),
                    Files.readAllBytes(read.toPath()));
        } finally {
            Files.delete(text.toPath());
            Files.delete(read.toPath());
        }
    }
}
