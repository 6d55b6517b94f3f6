package io.watchdeck.aws;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The credentials of a profile that assumes no role, as the SDK finds them. Of a profile that names the start page of SSO
/// itself, to which nobody is signed in, the SDK tells only that a file is not there: here that is no token, as it is of a
/// profile with a session. Who signs in is told by which profile, whatever roles are assumed with it.
final class PlainCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    private final String profile;
    private final ProfileCredentialsProvider provider;

    PlainCredentials(String profile) {
        this.profile = profile;
        provider = ProfileCredentialsProvider.create(profile);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (UncheckedIOException unread) {
            if (AwsFailures.find(unread, NoSuchFileException.class).isPresent() && startsWithSso()) {
                throw new SignedOut(profile, SdkClientException.create("There is no SSO token"));
            }
            throw unread;
        } catch (SdkException refused) {
            throw AwsFailures.isSignedOut(refused) ? new SignedOut(profile, refused) : refused;
        }
    }

    /// Else the missing file may be that of a web identity.
    private boolean startsWithSso() {
        return ProfileFile.defaultProfileFile().profile(profile).flatMap(one -> one.property("sso_start_url"))
                .isPresent();
    }

    @Override
    public void close() {
        provider.close();
    }
}
