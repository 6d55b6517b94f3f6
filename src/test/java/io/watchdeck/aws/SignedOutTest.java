package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.aws.ReadFigures.Read;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.shell.Banner;
import io.watchdeck.ui.shell.ShellViewModel;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
@Timeout(60)
class SignedOutTest {

    private static final StackFile SHOP = WholeAccount.shop("profile: work\n");
    private static final StackFile DESK = WholeAccount.desk("profile: keys\n");
    private static final StackFile ABROAD = WholeAccount.stack("abroad", """
            stack: Abroad
            environment: production
            region: eu-west-1
            profile: work
            cluster: shop
            queues: [{name: shop-jobs}]
            """);
    /// Accounts and Regions that the profile reaches.
    private static final int OF_WORK = 2;
    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Instant LONG_FROM_NOW = Instant.parse("2099-01-01T00:00:00Z");
    /// Shorter than SSO is left alone.
    private static final Duration WHILE = Duration.ofMinutes(2);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(10));
    private final ClockPace pace = account.pace(3);
    private final LiveWatch watch = account.watch(account.connector, Rhythm.standard(), pace, SHOP, DESK, ABROAD);
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
        watch.focus(Optional.of(SHOP.id()));
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
        start();
        assertSignedOut();
        assertWell(DESK);

        pace.pass(WHILE);

        assertThat(byWork()).isEmpty();
        assertThat(account.aws.requests("GetRoleCredentials")).isEmpty();
        assertThat(account.aws.requests("CreateToken")).isEmpty();
        assertSignedOut();
        assertWell(DESK);

        signIn(LONG_FROM_NOW);
        assertRecovers();
        assertThat(byWork()).isNotEmpty();
    }

    @Test
    void aTokenThatExpiresTurnsEverythingOfItsProfileStaleAtOnce() throws Exception {
        signIn(LONG_FROM_NOW);
        start();
        Map<String, Read> before = ReadFigures.of(watch.current());
        assertThat(before.values()).allMatch(SignedOutTest::isWell);
        assertThat(banners()).isEmpty();

        // The credentials are good until AWS says otherwise. Of all that is read only the services of one Region are due.
        refuseWork("ExpiredTokenException");
        int from = account.aws.requests().size();
        pace.pass(Rhythm.standard().every(Subject.SERVICES));

        assertThat(byWork(from)).as("what was refused, and who we are, once in each Region")
                .extracting(Request::operation)
                .containsExactlyInAnyOrder("DescribeServices", "GetCallerIdentity", "GetCallerIdentity");
        ReadFigures.of(watch.current()).forEach((name, read) -> {
            Loadable<?> known = before.get(name).state();
            if (name.startsWith("desk ")) {
                assertThat(read.state()).as(name).isInstanceOf(known.getClass());
            } else {
                assertThat(read.state()).as(name).isInstanceOf(known instanceof Loadable.Loading ? Loadable.Failed.class
                        : Loadable.Stale.class);
                assertThat(read.state().problem().orElseThrow().kind()).isEqualTo(Failure.Kind.EXPIRED);
                assertThat(read.state().latest().map(Object.class::cast)).isEqualTo(known.latest());
            }
        });
        assertOneBanner();

        int asked = account.aws.requests().size();
        for (int minute = 0; minute < 10; minute++) {
            pace.pass(Duration.ofMinutes(1));
        }
        assertThat(byWork(asked)).as("only who we are is asked again, in its own rhythm")
                .extracting(Request::operation).containsOnly("GetCallerIdentity").hasSize(10 * OF_WORK);
        assertOneBanner();
        assertWell(DESK);

        account.heal();
        assertRecovers();
    }

    @Test
    void aSignInThatSsoNoLongerTakesIsLeftAloneUntilThereIsAnother() throws Exception {
        account.aws.trouble(request -> request.operation().equals("GetRoleCredentials")
                ? Optional.of(LoopbackAws.restError(401, "UnauthorizedException", "Session token not found or invalid"))
                : Optional.empty());
        signIn(LONG_FROM_NOW);
        start();
        assertSignedOut();
        assertOneBanner();
        assertThat(account.aws.requests("GetRoleCredentials")).hasSize(OF_WORK);

        pace.pass(WHILE);
        pace.pass(WHILE);

        assertThat(account.aws.requests("GetRoleCredentials")).hasSize(OF_WORK);
        assertThat(byWork()).isEmpty();
        assertOneBanner();
        assertWell(DESK);

        account.heal();
        signIn(LONG_FROM_NOW.plusSeconds(1));
        assertRecovers();
    }

    @Test
    void aTokenThatCannotBeRenewedIsLeftAloneForAWhile() throws Exception {
        account.aws.on("CreateToken", LoopbackAws.restError(400, "InvalidGrantException", "Invalid grant provided"));
        signIn(LONG_AGO);
        start();
        assertSignedOut();

        pace.pass(WHILE);

        assertThat(account.aws.requests("CreateToken")).hasSize(OF_WORK);
        assertThat(byWork()).isEmpty();
        assertOneBanner();

        pace.pass(ProfileCredentials.AGAIN);
        assertThat(account.aws.requests("CreateToken")).as("the network may have been down").hasSize(2 * OF_WORK);

        signIn(LONG_FROM_NOW);
        assertRecovers();
    }

    private void start() throws InterruptedException {
        watch.start();
        pace.settle();
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

    private static boolean byWork(Request request) {
        return request.authorization().contains("ASIAWORKWORKWORKWORK");
    }

    private List<Request> byWork() {
        return byWork(0);
    }

    private List<Request> byWork(int from) {
        return account.aws.requests().stream().skip(from).filter(SignedOutTest::byWork).toList();
    }

    private void assertSignedOut() {
        for (StackFile stack : List.of(SHOP, ABROAD)) {
            figures(stack).forEach((name, read) -> assertThat(read.state().problem()).as(name)
                    .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.EXPIRED)));
        }
    }

    private void assertOneBanner() {
        assertThat(banners()).singleElement().satisfies(banner -> {
            assertThat(banner.kind()).isEqualTo(Banner.Kind.EXPIRED);
            assertThat(banner.text()).contains("aws sso login --profile work", "Shop", "Abroad")
                    .doesNotContain("Desk");
        });
    }

    private List<Banner> banners() {
        return new ShellViewModel(watch, ENGLISH, account.clock.instant(), "stacks").banners();
    }

    /// At the latest when who we are is asked next.
    private void assertRecovers() throws InterruptedException {
        pace.pass(Rhythm.standard().every(Subject.IDENTITY));
        List.of(SHOP, DESK, ABROAD).forEach(this::assertWell);
        assertThat(banners()).isEmpty();
    }

    private void assertWell(StackFile stack) {
        assertThat(figures(stack)).allSatisfy((name, read) -> assertThat(isWell(read)).as(name).isTrue());
    }

    private Map<String, Read> figures(StackFile file) {
        return ReadFigures.of(watch.current().stacks().stream().filter(stack -> stack.file().equals(file)).findFirst()
                .orElseThrow());
    }

    /// Of the metrics of a stack that nobody looks at only those are read that a rule needs.
    private static boolean isWell(Read read) {
        return read.state() instanceof Loadable.Ready
                || read.state() instanceof Loadable.Loading && read.from() == AwsService.METRICS;
    }
}
