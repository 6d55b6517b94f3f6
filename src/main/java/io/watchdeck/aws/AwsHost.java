package io.watchdeck.aws;

import io.watchdeck.model.Region;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;

/// Whether a request goes to AWS itself, which alone takes money for it: an emulator answers at another host.
final class AwsHost {

    private AwsHost() {}

    /// @param region in whose partition the request is made; endpoints of a VPC end as all others do
    static boolean is(String host, Region region) {
        PartitionMetadata partition = PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region.code()));
        return Stream.of(partition.dnsSuffix(), partition.dnsSuffix(PartitionEndpointKey.builder()
                .tags(EndpointTag.DUALSTACK).build())).anyMatch(suffix -> host.endsWith("." + suffix));
    }
}
