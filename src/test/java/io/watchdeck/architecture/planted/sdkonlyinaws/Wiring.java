package io.watchdeck.architecture.planted.sdkonlyinaws;

import io.watchdeck.architecture.planted.Wrong;
import java.util.List;
import software.amazon.awssdk.regions.Region;

@Wrong
public final class Wiring {
    List<Region> regions() {
        return List.of();
    }
}
