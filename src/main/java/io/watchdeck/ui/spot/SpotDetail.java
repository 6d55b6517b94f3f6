package io.watchdeck.ui.spot;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Place;
import java.util.List;
import java.util.Optional;

/// Everything about a service on Spot, or about one line of the ledger.
///
/// @param key         what it is about, so that other details begin at their top
/// @param environment empty where it is about several stacks
/// @param component   the service
/// @param badge       one word for how it is
/// @param standing    beside it
/// @param moment      on the timeline; empty for a service
/// @param reference   the task or the service as AWS knows it
/// @param copied      all of it as text
record SpotDetail(String key, About about, String title, String stackName, Optional<Environment> environment,
        String component, String badge, Tone tone, String standing, Optional<Place> moment, List<Part> parts,
        Optional<AwsReference> reference, String copied) {

    SpotDetail {
        parts = List.copyOf(parts);
    }

    enum About {
        ALL, SERVICE, INTERRUPTION, PLACEMENT_FAILURE
    }

    /// @param beside what it is of, after its title
    record Part(String title, String beside, List<Item> items) {
        Part {
            items = List.copyOf(items);
        }
    }

    sealed interface Item {}

    /// @param said on hover
    record Fact(String name, String value, Tone tone, String said) implements Item {
        static Fact of(String name, String value) {
            return new Fact(name, value, Tone.PLAIN, "");
        }
    }

    /// Something that was looked at.
    ///
    /// @param change what can be done about it; may be empty
    record Check(Tone tone, String sentence, String change) implements Item {}

    /// To be copied as it is.
    record Code(String text) implements Item {}
}
