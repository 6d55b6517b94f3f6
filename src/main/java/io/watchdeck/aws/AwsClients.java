package io.watchdeck.aws;

import io.watchdeck.aws.AwsAccounts.Signer;
import io.watchdeck.aws.AwsSettings.Timeouts;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.stack.Access;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.pipes.PipesClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The clients of one access: made when first used, kept until closed or until their profile changes. Any thread. The SDK itself repeats nothing:
/// [AwsCalls] decides what is repeated, so that every request is a decision and is counted.
final class AwsClients implements AutoCloseable {

    private static final String CLOUD_WATCH = "CloudWatch";

    private final Access access;
    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final CallMeter meter;
    private final AwsAccounts accounts;
    private final ProfileProviders profiles;
    private final Clock clock;
    private final Signer signer;
    private final Map<String, SdkAutoCloseable> clients = new HashMap<>();
    private final Map<String, CallCounter> counters = new HashMap<>();
    private final Deque<SdkAutoCloseable> closing = new ArrayDeque<>();
    private final Deque<SdkAutoCloseable> retired = new ArrayDeque<>();
    private @Nullable Map<String, String> madeWith;
    private @Nullable AwsCredentialsProvider own;
    private @Nullable AwsCredentialsProvider signing;
    private boolean closed;

    AwsClients(Access access, AwsSettings settings, SdkHttpClient http, CallMeter meter, AwsAccounts accounts,
            ProfileProviders profiles, Clock clock) {
        this.access = access;
        this.profiles = profiles;
        this.clock = clock;
        this.settings = settings;
        this.http = http;
        this.meter = meter;
        this.accounts = accounts;
        signer = Signer.of(access);
    }

    /// Whether metrics are to be read by so many calls of `GetMetricStatistics`, at no price.
    ///
    /// @param spare only what would be left over of the free ones
    boolean affordsStatistics(long requests, boolean spare) {
        return settings.metrics() == AwsSettings.Sparing.MONEY && meter.affords(new ApiCall(account(signer),
                access.region(), CLOUD_WATCH, "GetMetricStatistics", 1), requests, spare);
    }

    private String account(Signer by) {
        return accounts.find(by).orElse("unknown");
    }

    Timeouts timeouts() {
        return settings.timeouts();
    }

    Access access() {
        return access;
    }

    EcsClient ecs() {
        return client("ecs", EcsClient.class, () -> build("ecs", "ECS", EcsClient.builder(), signing(), signer));
    }

    CloudWatchClient cloudWatch() {
        return client("cloudwatch", CloudWatchClient.class,
                () -> build("cloudwatch", CLOUD_WATCH, CloudWatchClient.builder(), signing(), signer));
    }

    SqsClient sqs() {
        return client("sqs", SqsClient.class, () -> build("sqs", "SQS", SqsClient.builder(), signing(), signer));
    }

    StsClient sts() {
        return client("sts", StsClient.class, () -> build("sts", "STS", StsClient.builder(), signing(), signer));
    }

    ApplicationAutoScalingClient scaling() {
        return client("application-autoscaling", ApplicationAutoScalingClient.class,
                () -> build("application-autoscaling", "Application Auto Scaling",
                        ApplicationAutoScalingClient.builder(), signing(), signer));
    }

    ElasticLoadBalancingV2Client loadBalancing() {
        return client("elasticloadbalancing", ElasticLoadBalancingV2Client.class,
                () -> build("elasticloadbalancing", "Elastic Load Balancing v2", ElasticLoadBalancingV2Client.builder(),
                        signing(), signer));
    }

    RdsClient rds() {
        return client("rds", RdsClient.class,
                () -> build("rds", "RDS", RdsClient.builder(), signing(), signer));
    }

    ElastiCacheClient elastiCache() {
        return client("elasticache", ElastiCacheClient.class,
                () -> build("elasticache", "ElastiCache", ElastiCacheClient.builder(), signing(), signer));
    }

    BatchClient batch() {
        return client("batch", BatchClient.class,
                () -> build("batch", "Batch", BatchClient.builder(), signing(), signer));
    }

    PipesClient pipes() {
        return client("pipes", PipesClient.class,
                () -> build("pipes", "Pipes", PipesClient.builder(), signing(), signer));
    }

    CodePipelineClient codePipeline() {
        return client("codepipeline", CodePipelineClient.class,
                () -> build("codepipeline", "CodePipeline", CodePipelineClient.builder(), signing(), signer));
    }

    CloudWatchLogsClient logs() {
        return client("logs", CloudWatchLogsClient.class,
                () -> build("logs", "CloudWatch Logs", CloudWatchLogsClient.builder(), signing(), signer));
    }

    ResourceGroupsTaggingApiClient tagging() {
        return client("tag", ResourceGroupsTaggingApiClient.class,
                () -> build("tag", "Resource Groups Tagging API", ResourceGroupsTaggingApiClient.builder(), signing(),
                        signer));
    }

    CostExplorerClient costExplorer() {
        return client("ce", CostExplorerClient.class,
                () -> build("ce", "Cost Explorer", CostExplorerClient.builder(), signing(), signer));
    }

    BudgetsClient budgets() {
        return client("budgets", BudgetsClient.class,
                () -> build("budgets", "Budgets", BudgetsClient.builder(), signing(), signer));
    }

    /// The account that signs, or what stands for it as long as AWS has not said.
    String owner() {
        return accounts.find(signer).orElseGet(signer::toString);
    }

    /// The number of the account that signs, as far as AWS has said so.
    Optional<String> account() {
        return accounts.find(signer);
    }

    void learnAccount(String account) {
        accounts.learn(signer, account);
    }

    /// The host that a call goes to, for people. The role's own calls have a host of their own.
    synchronized String host(AwsApi api) {
        String service = api == AwsApi.ASSUME_ROLE ? "role" : api.iamAction().split(":")[0];
        return Optional.ofNullable(counters.get(service)).flatMap(CallCounter::host)
                .or(() -> endpoint().map(AwsClients::hostAndPort))
                .orElseGet(() -> awsHost(service));
    }

    /// Without a user's name and password, which an address may hold.
    static String hostAndPort(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private String awsHost(String service) {
        String region = access.region().code();
        return switch (service) {
            case "cloudwatch" -> "monitoring." + region;
            case "role" -> "sts." + region;
            case "tag" -> "tagging." + region;
            case "ce" -> "ce.us-east-1";
            case "budgets" -> service;
            default -> service + "." + region;
        } + "." + SignInFailures.suffix(access.region());
    }

    private Optional<URI> endpoint() {
        return access.endpoint().or(settings::endpoint);
    }

    private synchronized <C extends SdkAutoCloseable> C client(String name, Class<C> type, Supplier<C> maker) {
        if (closed) {
            throw new IllegalStateException("the clients are closed");
        }
        renew();
        SdkAutoCloseable found = clients.get(name);
        if (found == null) {
            found = maker.get();
            clients.put(name, found);
            closing.push(found);
        }
        return type.cast(found);
    }

    /// A client reads its profile once, when it is made: where that says something else now, all are made anew. Those
    /// before may be in use yet, and are closed at the next change.
    private void renew() {
        Map<String, String> now;
        try {
            now = profiles.settings(access.profile());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unreadable) {
            // Half written, or wrong: whoever signs tells of it.
            return;
        }
        if (madeWith != null && !now.equals(madeWith)) {
            closeAll(retired);
            retired.addAll(closing);
            closing.clear();
            clients.clear();
            own = null;
            signing = null;
        }
        madeWith = now;
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(String name, String serviceId,
            B builder, AwsCredentialsProvider credentials, Signer by) {
        // The request for a role's credentials leaves before the change that needs them.
        boolean ofTheRole = !by.equals(signer);
        var counter = new CallCounter(meter, access.region(), serviceId, () -> account(by), settings);
        counters.put(name, counter);
        builder.region(Region.of(access.region().code()))
                .credentialsProvider(credentials)
                .httpClient(counter.noting(ofTheRole ? http : Departure.noting(http)))
                .overrideConfiguration(configuration -> {
                    configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
                            .apiCallTimeout(settings.timeouts().call())
                            // Each client would else keep threads of its own for it.
                            .scheduledExecutorService(Background.timer())
                            .addExecutionInterceptor(counter)
                            .addExecutionInterceptor(new AnswerGuard());
                    // Without it the profile's endpoint_url and other settings are not read.
                    access.profile().ifPresent(configuration::defaultProfileName);
                });
        endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /// The credentials that sign the reading calls.
    private AwsCredentialsProvider signing() {
        if (signing == null) {
            signing = access.role().map(this::assuming).orElseGet(this::own);
        }
        return signing;
    }

    private AwsCredentialsProvider assuming(String role) {
        StsClient sts = build("role", "STS", StsClient.builder(), own(), signer.withoutRole());
        closing.push(sts);
        var credentials = new RoleCredentials(sts, role, settings.sessionName());
        closing.push(credentials);
        return credentials;
    }

    private AwsCredentialsProvider own() {
        if (own == null) {
            if (access.profile().isPresent()) {
                var profile = new ProfileCredentials(access.profile().get(), profiles, clock);
                closing.push(profile);
                own = profile;
            } else {
                var chain = DefaultCredentialsProvider.builder().build();
                closing.push(chain);
                own = chain;
            }
        }
        return own;
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeAll(closing);
        closeAll(retired);
        clients.clear();
    }

    private static void closeAll(Deque<SdkAutoCloseable> some) {
        while (!some.isEmpty()) {
            some.pop().close();
        }
    }
}
