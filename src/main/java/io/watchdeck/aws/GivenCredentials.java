package io.watchdeck.aws;

import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkSystemSetting;

/// Whether a person, or what runs the console, has set credentials that stand in no profile. Asks no server: those of an
/// instance are not known of.
public final class GivenCredentials {

    private GivenCredentials() {}

    /// Keys, a web identity or those of a container.
    public static boolean any() {
        return Stream.of(SdkSystemSetting.AWS_ACCESS_KEY_ID, SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE,
                SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI,
                SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)
                .anyMatch(setting -> setting.getStringValue().filter(value -> !value.isBlank()).isPresent());
    }
}
