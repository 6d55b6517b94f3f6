package io.watchdeck.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The temporary credentials of a role, renewed by the SDK shortly before they end, in the thread that needs them.
/// Marks its failures: to the SDK they look like failures of the call that needed the credentials.
final class RoleCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    /// The role could not be assumed; the cause says why.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(SdkException cause) {
            super("cannot assume the role", cause);
        }
    }

    private final StsAssumeRoleCredentialsProvider provider;

    RoleCredentials(StsClient sts, String role, String sessionName) {
        provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(sessionName))
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException e) {
            throw new Refused(e);
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
