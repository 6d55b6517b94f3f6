package io.watchdeck.identity;

import io.watchdeck.model.Reading;
import java.util.List;

/// Reads which profiles there are: for AWS from the shared configuration and credentials files, which
/// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` may place elsewhere.
public interface ProfileSource {

    /// By name. Read anew each time; unknown where the files cannot be understood.
    Reading<List<Profile>> profiles();

    /// The name of the profile through which a stack is read that names none: `default`, unless a person says otherwise, for
    /// AWS with `AWS_PROFILE`.
    default String standard() {
        return Profile.STANDARD;
    }
}
