package io.watchdeck.aws;

import io.watchdeck.identity.Profile;
import io.watchdeck.identity.ProfileSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The profiles of this machine.
public final class SharedProfiles implements ProfileSource {

    private final ProfileFiles files = new ProfileFiles();
    private final Clock clock;

    public SharedProfiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String standard() {
        return ProfileFiles.standard();
    }

    @Override
    public Reading<List<Profile>> profiles() {
        try {
            return Reading.known(files.get().map(ProfileMapper::profiles).orElse(List.of()), clock.instant());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unreadable) {
            // Its message may hold a line of the file.
            return Reading.unknown(new Failure(Failure.Kind.UNEXPECTED, Phrase.of("signIn.unreadable"),
                    Optional.empty(), Optional.empty(), ""), clock.instant());
        }
    }
}
