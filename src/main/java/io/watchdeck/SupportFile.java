package io.watchdeck;

import io.watchdeck.support.SupportBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A support bundle as a file that only its owner can read. Blocking.
///
/// @param path of a file that is not there yet
record SupportFile(Path path) {

    /// Writes it whole, or leaves nothing.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where there is such a file, which stays as it is
    /// @throws IOException where it cannot be written
    void write(SupportBundle bundle) throws IOException {
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ofItsOwner()))) {
            fill(bundle, out);
        }
    }

    /// Half a bundle helps nobody.
    private void fill(SupportBundle bundle, OutputStream out) throws IOException {
        try {
            bundle.write(out);
        } catch (IOException failed) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                failed.addSuppressed(stays);
            }
            throw failed;
        }
    }

    private static FileAttribute<?>[] ofItsOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
