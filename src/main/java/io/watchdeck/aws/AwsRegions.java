package io.watchdeck.aws;

import io.watchdeck.model.Region;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/// The Region that a person has set for the AWS tools. Asks no server: a workstation is in no Region.
public final class AwsRegions {

    private AwsRegions() {}

    /// `AWS_REGION`, else the profile's; a profile that is named counts first. Empty where neither says one.
    public static Optional<Region> configured(Optional<String> profile) {
        AwsRegionProvider ofProfile = new AwsProfileRegionProvider(null, profile.orElse(null));
        AwsRegionProvider ofEnvironment = new SystemSettingsRegionProvider();
        return profile.isPresent() ? region(ofProfile).or(() -> region(ofEnvironment))
                : region(ofEnvironment).or(() -> region(ofProfile));
    }

    private static Optional<Region> region(AwsRegionProvider provider) {
        try {
            return Optional.ofNullable(provider.getRegion()).map(region -> new Region(region.id()));
        } catch (SdkClientException | IllegalArgumentException | UncheckedIOException _) {
            // Not set, or the configuration cannot be read: the first reading says so.
            return Optional.empty();
        }
    }
}
