package io.watchdeck.ui.connect;

import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.stack.StackReader;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.watch.discovery.Discovery;
import io.watchdeck.watch.discovery.InventorySource;
import io.watchdeck.watch.discovery.Prospects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Accounts to connect that are those of the sandbox. A test says what is refused.
final class SandboxProspects implements Prospects {

    static final Region SEOUL = new Region("ap-northeast-2");

    final List<Access> asked = new ArrayList<>();
    Optional<Failure> nobody = Optional.empty();
    Optional<Failure> unlisted = Optional.empty();
    /// Whether the default credentials are environment variables.
    boolean given = true;
    /// Whether no Region is set for the default credentials.
    boolean unset;
    /// A role for which the sandbox refuses to tell of databases.
    Optional<String> role = Optional.empty();
    private final SandboxConnector sandbox =
            new SandboxConnector(new ShippedStacks(reader()).all(), 42, Snapshots.CLOCK);

    static StackReader reader() {
        return StackFiles.reader();
    }

    ConnectDesk desk(Path folder, Executor work, Executor ui) {
        return new ConnectDesk(this, new NewStackFiles(folder, folder.toString(), true, reader()), work, ui,
                Snapshots.CLOCK);
    }

    @Override
    public Optional<Region> region(Optional<String> profile) {
        return profile.isEmpty() && unset ? Optional.empty()
                : Optional.of(profile.filter("america"::equals).map(_ -> new Region("us-east-1")).orElse(SEOUL));
    }

    @Override
    public boolean areGiven() {
        return given;
    }

    @Override
    public Discovery discovery(Access access) {
        asked.add(access);
        var there = new Access(Optional.empty(), role, access.region(), Optional.empty());
        Cloud cloud = sandbox.connect(there);
        return new Discovery(access, inventory(sandbox.inventory(there)), nobody.map(failure -> refusing(cloud,
                failure)).orElse(cloud), MetricCatalogue.standard());
    }

    private InventorySource inventory(InventorySource real) {
        return (InventorySource) Proxy.newProxyInstance(InventorySource.class.getClassLoader(),
                new Class<?>[] {InventorySource.class}, (_, method, arguments) -> {
                    if (method.getName().equals("clusters") && unlisted.isPresent()) {
                        return Reading.unknown(unlisted.get(), Snapshots.NOW);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Cloud refusing(Cloud cloud, Failure failure) {
        return new Cloud(() -> Reading.<Identity>unknown(failure, Snapshots.NOW), cloud.fleet(), cloud.metrics(),
                cloud.alarms(), cloud.queues(), cloud.scaling(), cloud.databases(), cloud.batch(), cloud.pipes(),
                cloud.pipelines(), cloud.cost(), cloud.budgets(), cloud.targets(), cloud.logs(), cloud.definitions());
    }
}
