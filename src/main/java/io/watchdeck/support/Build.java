package io.watchdeck.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which build this is, from the file that the build fills in. Has no state.
public final class Build {

    private static final String FILE = "/io/watchdeck/version.properties";

    private Build() {}

    /// Such as `1.0.0`.
    public static String version() {
        return property("version");
    }

    /// That the console is built with, such as `26.0.2`. What runs tells its own only once the toolkit is loaded.
    public static String javafx() {
        return property("javafx");
    }

    private static String property(String name) {
        var properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty(name);
    }
}
