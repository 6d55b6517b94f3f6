package io.watchdeck;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsRegions;
import io.watchdeck.aws.GivenCredentials;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.Background;
import io.watchdeck.stack.Access;
import io.watchdeck.ui.shell.Connecting;
import io.watchdeck.watch.discovery.Discovery;
import io.watchdeck.watch.discovery.Prospects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/// A person's own AWS, whatever the window shows: through the connection of the window where that reads AWS, so that who is
/// signed in there is signed in here; beside a sandbox through one of its own, which is made when it is first needed.
final class OwnAccount implements Prospects {

    private final Optional<AwsConnector> shared;
    private final Supplier<AwsConnector> maker;
    private Optional<AwsConnector> made = Optional.empty();
    private boolean over;

    /// @param shared that of the window
    /// @param maker  makes another
    OwnAccount(Optional<AwsConnector> shared, Supplier<AwsConnector> maker) {
        this.shared = shared;
        this.maker = maker;
    }

    /// What blocks, on threads of its own.
    static Executor work() {
        return work -> Background.run("connect", work, mistake -> System.getLogger(OwnAccount.class.getName())
                .log(System.Logger.Level.ERROR, "Connecting an account", mistake));
    }

    private synchronized AwsConnector aws() {
        if (over) {
            throw new IllegalStateException("the window is closed");
        }
        return shared.or(() -> made).orElseGet(() -> {
            AwsConnector own = maker.get();
            made = Optional.of(own);
            return own;
        });
    }

    /// How a person signs in for it, and what is to be done when the window is closed.
    ///
    /// @param desk makes one where the window has none
    Connecting.Way way(Function<AwsConnector, SignInDesk> desk) {
        Optional<Supplier<SignInDesk>> own = shared.isPresent() ? Optional.empty()
                : Optional.of(() -> desk.apply(aws()));
        return new Connecting.Way(own, this::end);
    }

    private synchronized void end() {
        over = true;
        made.ifPresent(AwsConnector::close);
        made = Optional.empty();
    }

    @Override
    public Discovery discovery(Access access) {
        AwsConnector aws = aws();
        return new Discovery(access, aws.inventory(access), aws.connect(access), MetricCatalogue.standard());
    }

    @Override
    public Optional<Region> region(Optional<String> profile) {
        return AwsRegions.configured(profile);
    }

    @Override
    public boolean areGiven() {
        return GivenCredentials.any();
    }
}
