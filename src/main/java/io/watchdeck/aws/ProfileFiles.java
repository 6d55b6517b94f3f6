package io.watchdeck.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// The shared configuration and credentials files together, where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`
/// place them, read anew when one has changed, come or gone: the SDK's own supplier knows no file that comes later. Any
/// thread.
final class ProfileFiles {

    private List<Seen> seen = List.of();
    private @Nullable ProfileFile file;

    /// The name of the profile that is used where none is named: that of `AWS_PROFILE`, else `default`.
    static String standard() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    }

    private record Seen(Path path, FileTime changed, long size) {}

    /// Empty where there is neither.
    ///
    /// @throws IllegalArgumentException where one cannot be understood
    synchronized Optional<ProfileFile> get() {
        List<Seen> now = Stream.of(ProfileFileLocation.configurationFilePath(),
                ProfileFileLocation.credentialsFilePath()).flatMap(path -> see(path).stream()).toList();
        if (!now.equals(seen)) {
            // First, for what cannot be understood is read and told again each time.
            file = now.isEmpty() ? null : ProfileFile.defaultProfileFile();
            seen = now;
        }
        return Optional.ofNullable(file);
    }

    private static Optional<Seen> see(Path path) {
        try {
            return Optional.of(new Seen(path, Files.getLastModifiedTime(path), Files.size(path)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
