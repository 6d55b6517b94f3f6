package io.watchdeck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of the build, from the file that the build fills in.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"watchdeck " + number()};
    }

    static String number() {
        var properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version");
    }
}
