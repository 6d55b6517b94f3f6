package io.watchdeck.sandbox;

import io.watchdeck.operations.ControlConnector;
import io.watchdeck.operations.Controls;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CloudConnector;
import io.watchdeck.watch.discovery.InventoryConnector;
import io.watchdeck.watch.discovery.InventorySource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Connects to simulated accounts that bring the given stacks to life, one for each access that the stacks name.
/// Everything follows from the stack files, the seed and the clock. Safe for several threads.
public final class SandboxConnector implements CloudConnector, InventoryConnector, ControlConnector {

    /// How much past there is at the beginning.
    public static final Duration PAST = Duration.ofHours(3);

    private final long seed;
    private final Instant present;
    private final Clock clock;
    private final Map<Access, SandboxAccount> accounts = new LinkedHashMap<>();

    /// @param stacks what lives in the accounts; stacks of one access share an account
    /// @param clock  must never go back; the simulation begins at its present instant, with three hours of past
    public SandboxConnector(List<StackFile> stacks, long seed, Clock clock) {
        this(stacks, seed, clock.instant(), clock);
    }

    /// The same accounts, of which the past can be seen as it goes by.
    ///
    /// @param present where the simulation begins, after its past
    /// @param clock   may begin as long as that past before the present; must never go back
    public SandboxConnector(List<StackFile> stacks, long seed, Instant present, Clock clock) {
        this.seed = seed;
        this.present = present;
        this.clock = clock;
        Map<Access, List<StackFile>> byAccess = new LinkedHashMap<>();
        stacks.forEach(stack -> byAccess.computeIfAbsent(stack.access(), _ -> new ArrayList<>()).add(stack));
        byAccess.forEach((access, files) -> accounts.put(access,
                new SandboxAccount(place(access, files), files, seed, present, clock)));
    }

    /// The digits of the role, else those that a stack file names, else made up.
    private Place place(Access access, List<StackFile> files) {
        String account = access.role().map(arn -> arn.split(":")).filter(parts -> parts.length > 4)
                .map(parts -> parts[4])
                .or(() -> files.stream().map(StackFile::account).flatMap(Optional::stream).findFirst())
                .orElseGet(() -> new Dice(seed, "account " + access.profile().orElse("default")).digits(12));
        return new Place(access.region(), account);
    }

    /// The simulated account of an access; one without stacks where no stack names it.
    public SandboxAccount account(Access access) {
        SandboxAccount known = accounts.get(access);
        return known != null ? known : new SandboxAccount(place(access, List.of()), List.of(), seed, present, clock);
    }

    @Override
    public Cloud connect(Access access) {
        SandboxAccount account = account(access);
        return new Cloud(new SandboxIdentitySource(account), new SandboxFleetSource(account),
                new SandboxMetricSource(account), new SandboxAlarmSource(account), new SandboxQueueSource(account),
                Optional.of(new SandboxScalingSource(account)), Optional.of(new SandboxDatabaseSource(account)),
                Optional.of(new SandboxBatchSource(account)), Optional.of(new SandboxPipeSource(account)),
                Optional.of(new SandboxPipelineSource(account)), Optional.of(new SandboxCostSource(account)),
                Optional.of(new SandboxBudgetSource(account)), Optional.of(new SandboxTargetHealthSource(account)),
                Optional.of(new SandboxLogSource(account)),
                Optional.of(new SandboxTaskDefinitionSource(account)),
                Optional.of(new SandboxDeploymentSource(account)));
    }

    @Override
    public Controls controls(Access access) {
        SandboxAccount account = account(access);
        return new Controls(new SandboxServiceControl(account), new SandboxScalingControl(account),
                new SandboxQueueControl(account), new SandboxJobControl(account), new SandboxDeploymentSource(account),
                new SandboxRedriveSource(account));
    }

    @Override
    public InventorySource inventory(Access access) {
        return new SandboxInventorySource(account(access));
    }
}
