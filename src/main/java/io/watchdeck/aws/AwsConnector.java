package io.watchdeck.aws;

import io.watchdeck.identity.SignIn;
import io.watchdeck.operations.ControlConnector;
import io.watchdeck.operations.Controls;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.CloudConnector;
import io.watchdeck.watch.discovery.InventoryConnector;
import io.watchdeck.watch.discovery.InventorySource;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.Lazy;

/// Connects the ports to AWS. Everything blocks the thread that reads; any number of threads may read at once. The same
/// access gives the same ports and clients until [#close], so credentials and connections are shared.
public final class AwsConnector implements CloudConnector, InventoryConnector, ControlConnector, AutoCloseable {

    /// Below INFO it writes what it signs, session tokens included.
    private static final Logger SIGNER =
            Logger.getLogger("software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner");

    private final CallMeter meter;
    private final Clock clock;
    private final AwsSettings settings;
    private final Limiter limiter;
    private final Backoff backoff;
    private final SdkHttpClient http;
    private final AwsAccounts accounts = new AwsAccounts();
    private final ProfileProviders profiles;
    private final CostAnswers costs;
    private final ConcurrentMap<Access, Connection> connections = new ConcurrentHashMap<>();

    private record Connection(AwsClients clients, Cloud cloud, InventorySource inventory,
            Controls controls) {}

    /// Nothing of what encrypts is made before the first call.
    ///
    /// @throws IllegalArgumentException when the settings name certificates that cannot be read
    public AwsConnector(CallMeter meter, Clock clock, AwsSettings settings, Limiter limiter, Backoff backoff) {
        SIGNER.setLevel(Level.INFO);
        this.meter = meter;
        this.clock = clock;
        this.settings = settings;
        this.limiter = limiter;
        this.backoff = backoff;
        costs = new CostAnswers(clock);
        settings.endpoint().filter(uri -> !AwsHost.is(uri.getHost())).map(AwsClients::hostAndPort)
                .ifPresent(meter::elsewhere);
        var client = UrlConnectionHttpClient.builder().connectionTimeout(settings.timeouts().connect())
                .socketTimeout(settings.timeouts().read()).proxyConfiguration(ProxySettings.ofThisMachine());
        settings.certificates().map(Trust::later).ifPresent(all -> client.tlsTrustManagersProvider(() -> all));
        http = new LaterHttp(new Lazy<>(client::build));
        profiles = new ProfileProviders(settings, http, meter, clock);
    }

    /// @throws IllegalArgumentException when the settings name certificates that cannot be read
    public AwsConnector(CallMeter meter, Clock clock, AwsSettings settings) {
        this(meter, clock, settings, Limiter.ofSystemTime(), Backoff.polite());
    }

    @Override
    public Cloud connect(Access access) {
        return connections.computeIfAbsent(access, this::connection).cloud();
    }

    @Override
    public InventorySource inventory(Access access) {
        return connections.computeIfAbsent(access, this::connection).inventory();
    }

    @Override
    public Controls controls(Access access) {
        return connections.computeIfAbsent(access, this::connection).controls();
    }

    /// Signs in for every access that was or will be connected: tokens are kept where AWS's own tools keep them, the
    /// credentials of roles that take a code in memory.
    public SignIn signIn() {
        SsoTokens tokens = SsoTokens.ofThisPerson();
        return signIn(tokens, AwsCommand.ofThisMachine());
    }

    SignIn signIn(SsoTokens tokens, AwsCommand command) {
        return new AwsSignIn(settings, profiles, new DeviceFlow(settings, http, meter, tokens, clock), tokens, command,
                clock);
    }

    private Connection connection(Access access) {
        var clients = new AwsClients(access, settings, http, meter, accounts, profiles, clock);
        var calls = new AwsCalls(clients, limiter, backoff, clock);
        var queues = new SqsQueues(calls);
        var groups = new TargetGroupArns(calls);
        var definitions = new TaskDefinitions(calls);
        var rollouts = new EcsDeploymentSource(calls, definitions, groups);
        var cloud = new Cloud(new StsIdentitySource(calls), new EcsFleetSource(calls),
                new CloudWatchMetricSource(calls), new CloudWatchAlarmSource(calls), new SqsQueueSource(calls, queues),
                Optional.of(new AutoScalingSource(calls)), Optional.of(new RdsDatabaseSource(calls)),
                Optional.of(new AwsBatchSource(calls)), Optional.of(new EventBridgePipeSource(calls)),
                Optional.of(new CodePipelineSource(calls)), Optional.of(new CostExplorerSource(calls, costs)),
                Optional.of(new BudgetsSource(calls)), Optional.of(new ElbTargetHealthSource(calls, groups)),
                Optional.of(new CloudWatchLogSource(calls)),
                Optional.of(new EcsTaskDefinitionSource(calls, definitions)), Optional.of(rollouts));
        var controls = new Controls(new EcsServiceControl(calls), new AutoScalingControl(calls),
                new SqsQueueControl(calls, queues), new AwsJobControl(calls),
                rollouts, new SqsRedriveSource(calls, queues));
        return new Connection(clients, cloud, new AwsInventorySource(calls), controls);
    }

    /// Ends the use of every port that was handed out; they answer with a failure from then on.
    @Override
    public void close() {
        connections.values().forEach(connection -> connection.clients().close());
        connections.clear();
        http.close();
    }
}
