package io.watchdeck.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/// The shared configuration and credentials files together, where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`
/// place them, read anew when they have changed. Any thread.
final class ProfileFiles {

    private final ProfileFileSupplier supplier = ProfileFileSupplier.defaultSupplier();

    /// Empty where there is neither; throws `IllegalArgumentException` where one cannot be understood.
    Optional<ProfileFile> get() {
        @Nullable
        ProfileFile file = supplier.get();
        return Optional.ofNullable(file);
    }
}
