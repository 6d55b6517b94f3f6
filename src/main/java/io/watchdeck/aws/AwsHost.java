package io.watchdeck.aws;

import java.util.stream.Stream;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/// Whether a request goes to AWS itself, which alone takes money for it: an emulator answers at another host.
final class AwsHost {

    private AwsHost() {}

    /// Whatever the partition.
    static boolean is(String host) {
        return Region.regions().stream().anyMatch(region -> is(host, region));
    }

    /// @param region in whose partition the request is made; endpoints of a VPC end as all others do
    static boolean is(String host, io.watchdeck.model.Region region) {
        return is(host, Region.of(region.code()));
    }

    private static boolean is(String host, Region region) {
        PartitionMetadata partition = PartitionMetadata.of(region);
        return Stream.of(partition.dnsSuffix(), partition.dnsSuffix(PartitionEndpointKey.builder()
                .tags(EndpointTag.DUALSTACK).build())).anyMatch(suffix -> host.endsWith("." + suffix));
    }
}
