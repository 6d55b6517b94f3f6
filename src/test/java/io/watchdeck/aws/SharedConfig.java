package io.watchdeck.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A shared configuration of a test's own, until it is closed.
final class SharedConfig implements AutoCloseable {

    private final Optional<String> before = Optional.ofNullable(System.getProperty("aws.configFile"));

    SharedConfig(Path folder, String text) {
        try {
            System.setProperty("aws.configFile", Files.writeString(folder.resolve("config"), text).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        before.ifPresentOrElse(file -> System.setProperty("aws.configFile", file),
                () -> System.clearProperty("aws.configFile"));
    }
}
