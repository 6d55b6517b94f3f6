package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.IdentitySource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;

/// A profile whose sign-in ends and comes back while the console runs, beside one that stays signed in: through the
/// real clients, with the tokens where `aws sso login` puts them.
@ExtendWith(TestKeys.class)
@Timeout(30)
class SignedOutTest {

    /// Who we are is asked very often, so that its readings pass in a moment.
    private static final Rhythm FAST = new Rhythm(Arrays.stream(Subject.values()).collect(Collectors
            .toMap(Function.identity(), subject -> Duration.ofMillis(subject == Subject.IDENTITY ? 50 : 500))),
            Duration.ofMillis(500));
    private static final Instant LONG_FROM_NOW = Instant.parse("2099-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(10));
    private final Semaphore identityAsked = new Semaphore(0);
    private final LiveWatch watch = account.watch(this::counting, FAST, WholeAccount.shop("profile: work\n"),
            WholeAccount.desk("profile: keys\n"));
    private final BlockingQueue<WatchSnapshot> snapshots = new LinkedBlockingQueue<>();
    private final String session = "watchdeck-test-" + UUID.randomUUID();
    private String configBefore = "";
    private Path token = Path.of("");

    @BeforeEach
    void configure(@TempDir Path home) throws IOException, NoSuchAlgorithmException {
        configBefore = System.getProperty("aws.configFile");
        System.setProperty("aws.configFile", Files.writeString(home.resolve("config"), """
                [profile keys]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = secret
                [profile work]
                sso_session = %s
                sso_account_id = 123456789012
                sso_role_name = Ops
                [sso-session %s]
                sso_region = ap-northeast-2
                sso_start_url = https://company.awsapps.example/start
                sso_registration_scopes = sso:account:access
                """.formatted(session, session)).toString());
        System.setProperty("aws.endpointUrlSso", account.aws.endpoint().toString());
        System.setProperty("aws.endpointUrlSsoOidc", account.aws.endpoint().toString());
        // The SDK looks there once for all: a name that nobody else has keeps the tests apart.
        Path cache = Files.createDirectories(Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws/sso/cache"));
        token = cache.resolve(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
                .digest(session.getBytes(StandardCharsets.UTF_8))) + ".json");
        account.aws.serve("GetRoleCredentials", _ -> LoopbackAws.status(200, "application/json",
                Wire.json(Map.of("roleCredentials", Map.of("accessKeyId", "ASIAWORKWORKWORKWORK", "secretAccessKey",
                        "secret", "sessionToken", "session", "expiration", LONG_FROM_NOW.toEpochMilli())))));
        watch.subscribe(snapshots::add);
    }

    @AfterEach
    void close() throws IOException {
        watch.close();
        account.close();
        Files.deleteIfExists(token);
        System.clearProperty("aws.endpointUrlSso");
        System.clearProperty("aws.endpointUrlSsoOidc");
        System.setProperty("aws.configFile", configBefore);
    }

    @Test
    void withoutATokenNothingIsAskedUntilThereIsOne() throws Exception {
        watch.start();
        await(now -> signedOut(shop(now)) && ready(desk(now)));
        snapshots.clear();

        letTimePass();

        assertThat(byWork()).isZero();
        assertThat(account.aws.requests("GetRoleCredentials")).isEmpty();
        assertThat(account.aws.requests("CreateToken")).isEmpty();
        assertThat(snapshots).allSatisfy(now -> assertThat(ready(desk(now))).isTrue());

        signIn(LONG_FROM_NOW);

        await(now -> ready(shop(now)));
        assertThat(byWork()).isPositive();
    }

    @Test
    void aTokenThatExpiresTurnsEverythingOfItsProfileStaleAtOnce() throws Exception {
        signIn(LONG_FROM_NOW);
        watch.start();
        WatchSnapshot before = await(now -> ready(shop(now)) && ready(desk(now)));

        // The credentials are good until AWS says otherwise, in the midst of everything.
        refuseWork("ExpiredTokenException");
        WatchSnapshot during = await(now -> signedOut(shop(now)));

        ReadFigures.of(during).forEach((name, read) -> {
            if (ReadFigures.of(before).get(name).state() instanceof Loadable.Loading) {
                assertThat(read.from()).isEqualTo(AwsService.METRICS);
            } else if (name.startsWith("shop ")) {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Stale.class);
                assertThat(read.state().problem().orElseThrow().kind()).isEqualTo(Failure.Kind.EXPIRED);
                assertThat(read.state().latest()).isEqualTo(ReadFigures.of(before).get(name).state().latest());
            } else {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Ready.class);
            }
        });

        letTimePass();
        int from = account.aws.requests().size();
        letTimePass();
        assertThat(account.aws.requests().stream().skip(from).filter(SignedOutTest::byWork))
                .as("only who we are is asked again, in its own rhythm").extracting(LoopbackAws.Request::operation)
                .containsOnly("GetCallerIdentity");

        account.heal();
        await(now -> ready(shop(now)));
    }

    @Test
    void aTokenThatCannotBeRenewedIsLeftAloneForAWhile() throws Exception {
        account.aws.on("CreateToken", LoopbackAws.restError(400, "InvalidGrantException", "Invalid grant provided"));
        signIn(LONG_AGO);
        watch.start();
        await(now -> signedOut(shop(now)) && ready(desk(now)));

        letTimePass();

        assertThat(account.aws.requests("CreateToken")).hasSize(1);
        assertThat(byWork()).isZero();

        account.clock.forward(ProfileCredentials.AGAIN);
        letTimePass();
        assertThat(account.aws.requests("CreateToken")).as("the network may have been down").hasSize(2);

        signIn(LONG_FROM_NOW);
        await(now -> ready(shop(now)));
    }

    /// As `aws sso login` does.
    private void signIn(Instant until) throws IOException {
        Files.writeString(token, Wire.json(Map.of("startUrl", "https://company.awsapps.example/start", "region",
                "ap-northeast-2", "accessToken", "token-" + until, "expiresAt", until.toString(), "clientId", "client",
                "clientSecret", "secret", "registrationExpiresAt", LONG_FROM_NOW.toString(), "refreshToken",
                "refresh")));
    }

    /// AWS no longer takes the credentials of the profile.
    private void refuseWork(String code) {
        account.aws.trouble(request -> byWork(request) ? Arrays.stream(AwsService.values())
                .filter(service -> service.actions().containsKey(request.operation())).findFirst()
                .map(service -> service.error(service == AwsService.STS ? 403 : 400, code, "The security token "
                        + "included in the request is expired"))
                : Optional.empty());
    }

    private static boolean byWork(LoopbackAws.Request request) {
        return request.authorization().contains("ASIAWORKWORKWORKWORK");
    }

    private long byWork() {
        return account.aws.requests().stream().filter(SignedOutTest::byWork).count();
    }

    /// Five more times the signed-out profile is asked who it is.
    private void letTimePass() throws InterruptedException {
        identityAsked.drainPermits();
        assertThat(identityAsked.tryAcquire(5, 10, TimeUnit.SECONDS)).isTrue();
    }

    private Cloud counting(Access access) {
        Cloud cloud = account.connector.connect(access);
        IdentitySource identity = () -> {
            if (access.profile().filter("work"::equals).isPresent()) {
                identityAsked.release();
            }
            return cloud.identity().identity();
        };
        return new Cloud(identity, cloud.fleet(), cloud.metrics(), cloud.alarms(), cloud.queues(), cloud.scaling(),
                cloud.databases(), cloud.batch(), cloud.pipes(), cloud.pipelines(), cloud.cost(), cloud.budgets(),
                cloud.targets(), cloud.logs(), cloud.definitions());
    }

    private WatchSnapshot await(Predicate<WatchSnapshot> state) throws InterruptedException {
        WatchSnapshot now = watch.current();
        while (!state.test(now)) {
            now = snapshots.take();
        }
        return now;
    }

    private static StackSnapshot shop(WatchSnapshot snapshot) {
        return stack(snapshot, "shop");
    }

    private static StackSnapshot desk(WatchSnapshot snapshot) {
        return stack(snapshot, "desk");
    }

    private static StackSnapshot stack(WatchSnapshot snapshot, String id) {
        return snapshot.stacks().stream().filter(stack -> stack.file().id().value().equals(id)).findFirst()
                .orElseThrow();
    }

    private static boolean signedOut(StackSnapshot stack) {
        return stack.identity().state().problem().filter(failure -> failure.kind() == Failure.Kind.EXPIRED)
                .isPresent();
    }

    /// Of the metrics only those are read that somebody needs.
    private static boolean ready(StackSnapshot stack) {
        return ReadFigures.of(stack).values().stream().allMatch(read -> read.state() instanceof Loadable.Ready
                || read.state() instanceof Loadable.Loading && read.from() == AwsService.METRICS)
                && stack.services().getFirst().cpu().latest().state() instanceof Loadable.Ready;
    }
}
