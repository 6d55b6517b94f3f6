package io.watchdeck.architecture;

import static io.watchdeck.architecture.Walls.each;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who may catch everything. Read from the sources: in bytecode a try with resources catches Throwable too.
record CatchRules(Rooms rooms, Path sources) {

    private static final Set<String> EVERYTHING = Set.of("Exception", "RuntimeException", "Throwable");
    private static final Pattern CATCH =
            Pattern.compile("\\bcatch\\s*\\(\\s*(?:final\\s+|@\\w+\\s+)*([\\w.]+(?:\\s*\\|\\s*[\\w.]+)*)");
    /// Text blocks, strings, characters and both kinds of comments.
    private static final Pattern NOT_CODE = Pattern.compile("\"\"\"(?:\\\\.|[^\\\\])*?\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|(?s:/\\*.*?\\*/)");

    ArchRule nobodyCatchesEverything() {
        return each("not catch Exception, RuntimeException or Throwable outside refresh, the root and FxExecutor",
                "only the poller and the uncaught handler stand at the border; name what you expect and let the rest pass",
                type -> mayCatch(type) || !type.isTopLevelClass() ? Stream.empty() : complaints(type));
    }

    private boolean mayCatch(JavaClass type) {
        return rooms.isIn(type, "refresh", Rooms.ROOT) || rooms.isOrIsIn(type, "ui.shell.FxExecutor");
    }

    private Stream<String> complaints(JavaClass type) {
        String code = code(type);
        return CATCH.matcher(code).results()
                .filter(found -> Stream.of(found.group(1).split("\\|")).map(CatchRules::simple)
                        .anyMatch(EVERYTHING::contains))
                .map(found -> "%s catches %s in %s".formatted(type.getName(), found.group(1),
                        SourceCodeLocation.of(type, line(code, found.start()))));
    }

    private String code(JavaClass type) {
        String file = type.getSource().flatMap(source -> source.getFileName()).orElseThrow();
        Path path = sources.resolve(type.getPackageName().replace('.', '/')).resolve(file);
        try {
            return NOT_CODE.matcher(Files.readString(path))
                    .replaceAll(found -> "\n".repeat(line(found.group(), found.group().length()) - 1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int line(String text, int position) {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static String simple(String name) {
        return name.strip().substring(name.strip().lastIndexOf('.') + 1);
    }
}
