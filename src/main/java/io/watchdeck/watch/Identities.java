package io.watchdeck.watch;

import io.watchdeck.refresh.Poller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who asks, for each account and Region, who we are: the questions that everything else of it waits for.
final class Identities {

    private final Map<Site, Poller> asking = new ConcurrentHashMap<>();

    void put(Site site, Poller poller) {
        asking.put(site, poller);
    }

    void clear() {
        asking.clear();
    }

    /// Asks at once who we are where a service no longer takes the credentials, so that everything of the profile knows it.
    void doubt(Site site, boolean expired) {
        if (expired && !site.isSignedOut()) {
            Optional.ofNullable(asking.get(site)).ifPresent(Poller::again);
        }
    }

    /// What is newly learnt of a profile in one Region holds in the others. They are asked once: an answer may be true of
    /// one Region or endpoint only.
    ///
    /// @param before whether it was signed out before it was asked
    void answered(Site site, boolean before) {
        boolean signedOut = site.isSignedOut();
        if (signedOut != before) {
            asking.forEach((other, poller) -> {
                if (other.access().profile().equals(site.access().profile()) && other.isSignedOut() != signedOut) {
                    poller.poke();
                }
            });
        }
    }
}
