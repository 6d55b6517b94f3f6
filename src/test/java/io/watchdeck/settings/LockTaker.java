package io.watchdeck.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Another process that tells whether it can have a lock at once.
final class LockTaker {

    private LockTaker() {}

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            System.out.print(channel.tryLock() == null ? "n" : "y");
        }
    }
}
