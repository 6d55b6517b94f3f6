import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldElement;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Takes out of the clients of AWS what the console cannot reach. A client is generated with all operations of its
/// service, RDS's with 170, of which the console calls five; and before the JVM runs it, it loads what each of them takes,
/// answers and throws, to see whether they fit together. What is no longer there is neither loaded nor kept.
///
/// ProGuard finds what can be reached, beginning with the whole of the console, and takes out the rest; the methods that
/// stay do what they did. Only the clients are given to it: whatever else is in the image is read, and stays as it is. Of
/// the clients that sign in, which are found by their names while the console runs, no method is taken out, as
/// `packaging/shrinking.pro` says. What tells only compilers about classes (inner classes, generic types, declared
/// exceptions) goes from all of them. Each jar says in `META-INF/CHANGES.txt` that it was changed, as its licence asks.
final class Shrinking {

    private static final String CLIENTS = "software/amazon/awssdk/services/";
    private static final String CLASS = ".class";
    private static final String CHANGES = "META-INF/CHANGES.txt";
    private static final LocalDateTime SINCE = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String CHANGED = """
            Changed for the packages of Watchdeck: classes, methods and fields that it does not use were taken out, and the
            method references of a class are kept in one class beside it, whose name ends with $References.
            The whole is what the AWS SDK for Java of the same version publishes under this name.
            """;

    private final Path jars;
    private final Path runtime;
    private final String java;
    private final Path scratch;

    /// @param jars    folder of the image's jars
    /// @param runtime the image's own runtime, whose classes the jars are compiled against
    /// @param java    command that runs ProGuard, which is on the class path of this process
    /// @param scratch an empty folder
    Shrinking(Path jars, Path runtime, String java, Path scratch) {
        this.jars = jars;
        this.runtime = runtime;
        this.java = java;
        this.scratch = scratch;
    }

    /// @return the command that has to be run before [#replace]
    List<String> command(String console) throws IOException {
        var lines = new ArrayList<String>();
        boolean found = false;
        for (Path jar : jars(jars)) {
            if (isClient(jar)) {
                found = true;
                Path plain = scratch.resolve(jar.getFileName());
                withoutDescriptions(jar, plain);
                lines.add("-injars '" + plain + "'");
                lines.add("-outjars '" + shrunk(jar) + "'");
            } else if (jar.getFileName().toString().equals(console)) {
                lines.add("-injars '" + jar + "'");
                lines.add("-outjars '" + shrunk(jar) + "'");
            } else {
                lines.add("-libraryjars '" + jar + "'(!META-INF/versions/**,!module-info.class)");
            }
        }
        if (!found) {
            throw new IOException("There is no client of AWS in " + jars);
        }
        lines.add("-libraryjars '" + classesOfRuntime() + "'");
        Path all = Files.write(scratch.resolve("jars.pro"), lines);
        return List.of(java, "-cp", System.getProperty("java.class.path"), "proguard.ProGuard",
                "@packaging/shrinking.pro", "-include", "'" + all + "'");
    }

    /// @return the clients
    List<Path> replace() throws IOException {
        var clients = new ArrayList<Path>();
        for (Path jar : jars(jars)) {
            if (isClient(jar)) {
                Files.move(shrunk(jar), jar, StandardCopyOption.REPLACE_EXISTING);
                clients.add(jar);
            }
        }
        return clients;
    }

    private Path shrunk(Path jar) {
        return scratch.resolve("shrunk").resolve(jar.getFileName());
    }

    /// Of a folder, by name.
    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static boolean isClient(Path jar) throws IOException {
        try (var file = new ZipFile(jar.toFile())) {
            return file.getEntry(CLIENTS) != null;
        }
    }

    private Path classesOfRuntime() throws IOException {
        Path jar = scratch.resolve("runtime.jar");
        try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", runtime.toString()));
                var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)));
                Stream<Path> modules = Files.list(image.getPath("/modules"))) {
            to.setLevel(1);
            for (Path module : modules.toList()) {
                try (Stream<Path> classes = Files.walk(module)) {
                    for (Path file : classes.filter(file -> file.toString().endsWith(CLASS)
                            && !file.endsWith("module-info.class")).toList()) {
                        to.putNextEntry(new ZipEntry(module.relativize(file).toString()));
                        Files.copy(file, to);
                    }
                }
            }
        }
        return jar;
    }

    /// Without what describes classes to a compiler only, in which each client names all that it has: ProGuard takes it for
    /// needed.
    private static void withoutDescriptions(Path jar, Path plain) throws IOException {
        ClassFile files = ClassFile.of();
        ClassTransform clear = ClassTransform.dropping(Shrinking::describes)
                .andThen(ClassTransform.transformingMethods(MethodTransform.dropping(Shrinking::describes)))
                .andThen(ClassTransform.transformingFields(FieldTransform.dropping(Shrinking::describes)));
        try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)));
                var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(plain)))) {
            to.setLevel(1);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                to.write(entry.getName().endsWith(CLASS) ? files.transformClass(files.parse(bytes), clear) : bytes);
            }
            var changes = new ZipEntry(CHANGES);
            changes.setTimeLocal(SINCE);
            to.putNextEntry(changes);
            to.write(CHANGED.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean describes(ClassElement element) {
        return element instanceof InnerClassesAttribute || element instanceof SignatureAttribute;
    }

    private static boolean describes(MethodElement element) {
        return element instanceof ExceptionsAttribute || element instanceof SignatureAttribute;
    }

    private static boolean describes(FieldElement element) {
        return element instanceof SignatureAttribute;
    }
}
