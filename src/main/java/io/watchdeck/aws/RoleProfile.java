package io.watchdeck.aws;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// What a profile says of a role that is assumed with other credentials: "AssumeRole credential provider" of the AWS SDKs
/// and Tools Reference Guide. The SDK itself reads neither `mfa_serial` nor `duration_seconds`.
///
/// @param source with whose credentials; the profile's own where it names itself
/// @param place  `Environment`, `Ec2InstanceMetadata` or `EcsContainer`, in place of a source
/// @param duration of a session; AWS's own is an hour
record RoleProfile(String profile, String arn, Optional<String> source, Optional<String> place,
        Optional<String> sessionName, Optional<String> externalId, Rest rest) {

    /// @param mfa the serial number or ARN of the device whose code is asked
    record Rest(Optional<Duration> duration, Optional<String> mfa, Optional<String> region) {}

    /// Empty where it is no role, or one of a web identity.
    static Optional<RoleProfile> of(Profile profile) {
        Optional<String> source = word(profile, ProfileProperty.SOURCE_PROFILE);
        Optional<String> place = word(profile, ProfileProperty.CREDENTIAL_SOURCE);
        return word(profile, ProfileProperty.ROLE_ARN).filter(_ -> source.isPresent() != place.isPresent())
                .map(arn -> new RoleProfile(profile.name(), arn, source, place,
                        word(profile, ProfileProperty.ROLE_SESSION_NAME), word(profile, ProfileProperty.EXTERNAL_ID),
                        new Rest(
                                word(profile, ProfileProperty.DURATION_SECONDS).filter(text -> text.matches("\\d{1,6}"))
                                        .map(text -> Duration.ofSeconds(Long.parseLong(text))),
                                word(profile, ProfileProperty.MFA_SERIAL), word(profile, ProfileProperty.REGION))));
    }

    static Optional<String> word(Profile profile, String property) {
        return profile.property(property).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isItsOwnSource() {
        return source.filter(profile::equals).isPresent();
    }

    Optional<String> mfa() {
        return rest.mfa();
    }

    /// @param standard how the session is called where the profile says nothing
    void ask(AssumeRoleRequest.Builder request, String standard) {
        request.roleArn(arn).roleSessionName(sessionName.orElse(standard));
        externalId.ifPresent(request::externalId);
        rest.duration().ifPresent(duration -> request.durationSeconds(Math.toIntExact(duration.toSeconds())));
    }
}
