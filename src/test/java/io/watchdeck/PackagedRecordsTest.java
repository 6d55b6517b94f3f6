package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's records as the packages hold them: written out, they compare and hash as the JVM lets them.
class PackagedRecordsTest {

    private static final String PACKAGES = "io.watchdeck.";

    @TempDir
    Path scratch;

    /// One of each kind.
    record All(boolean truth, byte small, char letter, short low, int count, long many, float part, double share,
            String text, List<String> texts, int[] counts) {}

    record Nothing() {}

    /// Says itself what is equal.
    record Own(String text) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own own && own.text.equalsIgnoreCase(text);
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Test
    void theyCompareAndHashAsTheyDid() throws Exception {
        Path jar = pack(Path.of("target", "test-classes"));
        try (var packed = new Packaging.Loader(PACKAGES, List.of(jar))) {
            int[] counts = {1, 2};
            List<Object[]> values = List.of(
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {false, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) -1, 'a', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'b', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) -2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, -3, 4L, 0.5f, 0.25d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 1L << 40, 0.5f, 0.25d, "text", List.of(), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, Float.NaN, 0.25d, "text", List.of("a"),
                            counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0f, -0d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, -0f, 0d, "text", List.of("a"), counts},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, Double.NaN, null, null, null},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, Double.NaN, null, null, null},
                    new Object[] {true, (byte) 1, 'a', (short) 2, 3, 4L, 0.5f, 0.25d, "text", List.of("a"),
                            counts.clone()});

            assertThat(calls(jar, All.class, "equals")).doesNotContain("ObjectMethods");
            assertThat(calls(jar, All.class, "hashCode")).doesNotContain("ObjectMethods");
            assertThat(calls(jar, All.class, "toString")).contains("ObjectMethods");
            sameIn(packed, All.class, values);
            sameIn(packed, Nothing.class, List.of(new Object[0], new Object[0]));
            sameIn(packed, Own.class, List.of(new Object[] {"a"}, new Object[] {"A"}, new Object[] {"b"}));
        }
    }

    private static void sameIn(ClassLoader packed, Class<? extends Record> type, List<Object[]> values)
            throws ReflectiveOperationException {
        List<Object> before = made(type, values);
        List<Object> after = made(packed.loadClass(type.getName()), values);
        assertThat(after.getFirst()).isNotInstanceOf(type);
        for (int i = 0; i < values.size(); i++) {
            assertThat(after.get(i)).hasSameHashCodeAs(before.get(i)).hasToString(before.get(i).toString());
            assertThat(after.get(i).equals(null)).isFalse();
            assertThat(after.get(i).equals(before.get(i))).isFalse();
            for (int j = 0; j < values.size(); j++) {
                assertThat(after.get(i).equals(after.get(j))).as("%s and %s", after.get(i), after.get(j))
                        .isEqualTo(before.get(i).equals(before.get(j)));
            }
        }
    }

    /// What a method of a packed class asks of the JVM while it runs.
    private static List<String> calls(Path jar, Class<?> type, String method) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            return ClassFile.of().parse(Files.readAllBytes(inside.getPath(type.getName().replace('.', '/') + ".class")))
                    .methods().stream().filter(one -> one.methodName().equalsString(method))
                    .flatMap(one -> one.code().stream()).flatMap(CodeModel::elementStream)
                    .filter(InvokeDynamicInstruction.class::isInstance).map(InvokeDynamicInstruction.class::cast)
                    .map(made -> made.bootstrapMethod().owner().displayName()).toList();
        }
    }

    private static List<Object> made(Class<?> type, List<Object[]> values) throws ReflectiveOperationException {
        Constructor<?> maker = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);
        Object[] all = (Object[]) Array.newInstance(Object.class, values.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = maker.newInstance(values.get(i));
        }
        return List.of(all);
    }

    /// The JVM takes each of them.
    @Test
    void everyRecordOfTheConsoleCanBeUsed() throws Exception {
        Path jar = pack(Path.of("target", "classes"));
        int records = 0;
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> classes = Files.walk(inside.getPath(PACKAGES.replace('.', '/')));
                var packed = new Packaging.Loader(PACKAGES, List.of(jar))) {
            for (Path file : classes.filter(file -> file.toString().endsWith(".class")).toList()) {
                String name = file.toString().replaceFirst("^/", "").replaceFirst("\\.class$", "").replace('/', '.');
                Class<?> type = Class.forName(name, false, packed);
                if (type.isRecord()) {
                    assertThat(Class.forName(name, true, packed)).isSameAs(type);
                    records++;
                }
            }
        }
        assertThat(records).isGreaterThan(100);
    }

    private Path pack(Path classes) throws IOException, InterruptedException {
        Path jar = scratch.resolve("console.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Path copy = inside.getPath(classes.relativize(file).toString());
                if (copy.getParent() != null) {
                    Files.createDirectories(copy.getParent());
                }
                Files.copy(file, copy);
            }
        }
        Packaging.run(scratch, "Records.java", jar.toString());
        return jar;
    }
}
