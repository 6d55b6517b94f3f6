package io.watchdeck.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// Where the lock and the socket of a data folder lie: in a folder that only its owner enters, which keeps other people
/// from both. Where there are no POSIX permissions (Windows) the data folder's own rights hold, which are the person's.
///
/// @param data    the data folder
/// @param runtime a folder with a short name, for sockets of data folders whose own name is too long
record InstanceFiles(Path data, Path runtime) {

    /// The address of a local socket is that of a file with at most so many bytes: 104 on macOS, 108 on Linux and Windows,
    /// one of which ends it.
    private static final int LONGEST_ADDRESS = 103;
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /// Held by the running console. Tells its process and its socket, a line each.
    Path lock() {
        return folder().resolve("lock");
    }

    Path socket() {
        Path near = folder().resolve("socket");
        return fits(near) ? near : far().resolve("socket");
    }

    /// Makes the folders, for their owner alone.
    void prepare() throws IOException {
        secure(folder());
        Path holder = socket().getParent();
        if (!holder.equals(folder())) {
            secure(holder);
            if (!Files.getOwner(holder).equals(Files.getOwner(folder()))) {
                throw new FileSystemException(holder.toString(), null, "belongs to somebody else");
            }
        }
        if (!fits(socket())) {
            throw new FileSystemException(socket().toString(), null, "the name is too long for a socket");
        }
    }

    /// For its owner alone.
    void secureFile(Path file) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private Path folder() {
        return data.toAbsolutePath().resolve("instance");
    }

    private Path far() {
        return runtime.toAbsolutePath().resolve("watchdeck-" + digest(folder().toString()));
    }

    private void secure(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, isPosix()
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOLDER)}
                    : new FileAttribute<?>[0]);
        }
        if (isPosix() && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    private boolean isPosix() {
        return data.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
