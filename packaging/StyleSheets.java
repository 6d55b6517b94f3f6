import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Puts beside each style sheet of the window what JavaFX makes of it when it reads it: a start finds that (`.bss` in place
/// of `.css`) and has no text to read.
///
/// Run by [Installers]: `java -cp JAVAFX packaging/StyleSheets.java JAR`.
final class StyleSheets {

    private static final String OF_THE_WINDOW = "io/watchdeck/ui";
    private static final String TEXT = ".css";

    private StyleSheets() {}

    public static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            List<Path> sheets;
            try (Stream<Path> files = Files.walk(jar.getPath(OF_THE_WINDOW))) {
                sheets = files.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
            }
            if (sheets.isEmpty()) {
                throw new IOException("There are no style sheets in " + arguments[0]);
            }
            for (Path sheet : sheets) {
                put(sheet);
            }
        }
    }

    private static void put(Path sheet) throws IOException {
        File text = File.createTempFile("watchdeck", TEXT);
        File read = File.createTempFile("watchdeck", ".bss");
        try {
            Files.write(text.toPath(), Files.readAllBytes(sheet));
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
