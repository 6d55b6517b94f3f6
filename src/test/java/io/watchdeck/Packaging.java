package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the tests of the packages need: the programs that make them, and the classes as they left them.
final class Packaging {

    private Packaging() {}

    /// Waits until a program of `packaging/` has done its work.
    static void run(Path scratch, String program, String... arguments) throws IOException, InterruptedException {
        Path told = scratch.resolve("told");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "packaging/" + program));
        command.addAll(List.of(arguments));
        int code =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start().waitFor();
        assertThat(code).as(Files.readString(told)).isZero();
    }

    /// Classes of some packages as they were packed, with all else of the class path.
    static final class Loader extends URLClassLoader {

        private final String packed;

        /// @param packed how their names begin
        Loader(String packed, List<Path> jars) throws IOException {
            super(urls(jars), Packaging.class.getClassLoader());
            this.packed = packed;
        }

        private static URL[] urls(List<Path> jars) throws IOException {
            var urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(packed)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
