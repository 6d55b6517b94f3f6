package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.stack.Access;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Profiles, roles and their ways of not working.
@ExtendWith(TestKeys.class)
class AwsCredentialsTest {

    private static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00";
    private static final String ROLE = "arn:aws:iam::222222222222:role/WatchdeckOperator";

    private final AwsRig rig = new AwsRig();
    private String configBefore = "";

    @BeforeEach
    void configure(@TempDir Path folder) throws IOException {
        configBefore = System.getProperty("aws.configFile");
        System.setProperty("aws.configFile", Files.writeString(folder.resolve("config"), """
                [profile keys]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = %s
                endpoint_url = %s
                [profile no-keys]
                region = ap-northeast-2
                custom_secret = %s
                [profile signed-out]
                sso_session = company
                sso_account_id = 123456789012
                sso_role_name = Ops
                [profile old-form]
                sso_start_url = https://never-signed-in.awsapps.example/start
                sso_region = ap-northeast-2
                sso_account_id = 123456789012
                sso_role_name = Ops
                [profile over-old-form]
                role_arn = arn:aws:iam::222222222222:role/WatchdeckOperator
                source_profile = old-form
                [profile over-signed-out]
                role_arn = arn:aws:iam::222222222222:role/WatchdeckOperator
                source_profile = signed-out
                [profile over-over-signed-out]
                role_arn = arn:aws:iam::333333333333:role/WatchdeckOperator
                source_profile = over-signed-out
                [profile broken]
                role_arn = arn:aws:iam::222222222222:role/WatchdeckOperator
                source_profile = nowhere
                [profile broken-code]
                role_arn = arn:aws:iam::222222222222:role/WatchdeckOperator
                source_profile = nowhere
                mfa_serial = arn:aws:iam::123456789012:mfa/me
                [profile over-broken]
                role_arn = arn:aws:iam::222222222222:role/WatchdeckOperator
                source_profile = broken
                [profile process]
                credential_process = /no/such/program --token %s
                [sso-session company]
                sso_region = ap-northeast-2
                sso_start_url = https://company.awsapps.example/start
                sso_registration_scopes = sso:account:access
                """.formatted(SECRET, rig.aws.endpoint(), SECRET, SECRET)).toString());
        rig.aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "u",
                "Account", "123456789012", "Arn", "arn:aws:iam::123456789012:user/ops")));
    }

    @AfterEach
    void close() {
        System.setProperty("aws.configFile", configBefore);
        rig.close();
    }

    @Test
    void aProfileSignsAndItsEndpointIsUsed() {
        try (var connector = withoutEndpoint()) {
            assertThat(value(connector.connect(keys()).identity().identity()).account()).isEqualTo("123456789012");
        }
        assertThat(rig.aws.requests()).singleElement()
                .satisfies(request -> assertThat(request.authorization()).contains("AKIAIOSFODNN7EXAMPLE"));
    }

    /// As of a stack file's endpoint: only AWS takes money.
    @Test
    void whatAnEndpointOfAProfileAnswersIsNotCounted() {
        try (var connector = withoutEndpoint()) {
            connector.connect(keys()).identity().identity();
            connector.connect(rig.access).identity().identity();
        }

        assertThat(rig.aws.requests()).hasSize(2);
        assertThat(rig.metered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ecs.ap-northeast-2.amazonaws.com, true", "ce.us-east-1.amazonaws.com, true",
            "ecs.ap-northeast-2.api.aws, true", "vpce-1.ecs.ap-northeast-2.vpce.amazonaws.com, true",
            "127.0.0.1, false", "localhost.localstack.cloud, false", "amazonaws.com.example, false",
            "notamazonaws.com, false"})
    void awsIsKnownByItsHosts(String host, boolean aws) {
        assertThat(AwsHost.is(host, AwsRig.SEOUL)).isEqualTo(aws);
        assertThat(AwsHost.is(host)).as("in whatever partition").isEqualTo(aws);
    }

    @Test
    void anotherEndpointOfAProfileIsUsedFromTheNextCallOn() throws IOException {
        Path config = Path.of(System.getProperty("aws.configFile"));
        String before = Files.readString(config);
        try (var other = new LoopbackAws(); var connector = withoutEndpoint()) {
            other.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "u", "Account",
                    "999999999999", "Arn", "arn:aws:iam::999999999999:user/ops")));
            var identity = connector.connect(keys()).identity();
            assertThat(value(identity.identity()).account()).isEqualTo("123456789012");

            Files.writeString(config, before.replace(rig.aws.endpoint().toString(), other.endpoint() + "/"));
            assertThat(value(identity.identity()).account()).isEqualTo("999999999999");

            Files.writeString(config, before.replace("endpoint_url = " + rig.aws.endpoint(), "services = local")
                    + "[services local]\nsts =\n  endpoint_url = " + rig.aws.endpoint() + "\n");
            assertThat(value(identity.identity()).account()).isEqualTo("123456789012");
        }
    }

    /// Without a profile of its own an access uses the default one.
    @Test
    void otherKeysOfTheDefaultProfileSignFromTheNextCallOn() throws IOException {
        Path config = Path.of(System.getProperty("aws.configFile"));
        String key = System.clearProperty("aws.accessKeyId");
        try {
            Files.writeString(config, "[default]\naws_access_key_id = AKIAFIRST\naws_secret_access_key = s\n");
            rig.cloud.identity().identity();
            Files.writeString(config, "[default]\naws_access_key_id = AKIASECONDONE\naws_secret_access_key = s\n");
            rig.cloud.identity().identity();
        } finally {
            System.setProperty("aws.accessKeyId", key);
        }

        assertThat(rig.aws.requests()).extracting(request -> request.authorization().replaceAll("/.*", ""))
                .containsExactly("AWS4-HMAC-SHA256 Credential=AKIAFIRST", "AWS4-HMAC-SHA256 Credential=AKIASECONDONE");
    }

    private static Access keys() {
        return new Access(Optional.of("keys"), Optional.empty(), AwsRig.SEOUL, Optional.empty());
    }

    private AwsConnector withoutEndpoint() {
        return new AwsConnector(rig.metered::add, Clock.systemUTC(), AwsSettings.standard());
    }

    @Test
    void aProfileThatDoesNotExistIsNamedWithoutTheConfiguration() {
        Failure failure = identity("no-such-profile");

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(says(failure)).isEqualTo("The AWS configuration has no profile “no-such-profile” with credentials");
        assertThat(failure.detail()).doesNotContain("properties", "custom_secret", SECRET);
    }

    @Test
    void aProfileWithoutCredentialsIsNamedWithoutItsProperties() {
        Failure failure = identity("no-keys");

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure.toString()).contains("no-keys").doesNotContain("custom_secret", SECRET);
    }

    @Test
    void signedOutOfSsoTellsHowToSignIn() {
        Failure failure = identity("signed-out");

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(says(failure)).isEqualTo("Signed out of SSO. Sign in with: aws sso login --profile signed-out");
        assertThat(rig.metered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"old-form, old-form", "over-old-form, old-form", "over-signed-out, signed-out",
            "over-over-signed-out, signed-out"})
    void signedOutOfSsoNamesTheProfileToSignInBy(String profile, String names) {
        Failure failure = identity(profile);

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(says(failure)).isEqualTo("Signed out of SSO. Sign in with: aws sso login --profile " + names);
        assertThat(failure.detail()).containsIgnoringCase("token").doesNotContain(".json");
        assertThat(rig.metered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"broken, broken", "broken-code, broken-code", "over-broken, broken"})
    void aSourceProfileThatIsNotThereIsNamed(String profile, String names) {
        Failure failure = identity(profile);

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure.noSignInHelps()).isTrue();
        assertThat(says(failure)).isEqualTo("Profile “" + names
                + "” of the AWS configuration names the source profile “nowhere”, which is not there");
    }

    @Test
    void aCredentialProcessThatFailsKeepsItsSecrets() {
        Failure failure = identity("process");

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure.toString()).doesNotContain(SECRET);
    }

    @Test
    void noCredentialsAnywhereAskForThem() {
        String key = System.clearProperty("aws.accessKeyId");
        System.setProperty("aws.disableEc2Metadata", "true");
        try {
            Failure failure = failure(rig.cloud.identity().identity());

            assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
            assertThat(says(failure))
                    .isEqualTo("Credentials of profile default are missing or no longer valid: sign in again");
        } finally {
            System.setProperty("aws.accessKeyId", key);
            System.clearProperty("aws.disableEc2Metadata");
        }
    }

    @Test
    void aSignatureThatDoesNotMatchDoesNotShowTheSessionToken() {
        rig.aws.on("GetCallerIdentity", LoopbackAws.xmlError(403, "SignatureDoesNotMatch", "The request signature we "
                + "calculated does not match. The Canonical String for this request should have been 'POST / "
                + "x-amz-security-token:" + SECRET + "' with AKIAIOSFODNN7EXAMPLE"));

        Failure failure = failure(rig.cloud.identity().identity());

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure.toString()).contains("SignatureDoesNotMatch").doesNotContain(SECRET, "AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void aRoleIsAssumedAtTheSameEndpointAndSigns() {
        rig.aws.on("AssumeRole", LoopbackAws.xml("AssumeRole", "<Credentials>" + Wire.xml(
                "AccessKeyId", "ASIAROLEROLEROLEROLE", "SecretAccessKey", "s", "SessionToken", "t",
                "Expiration", "2099-01-01T00:00:00Z") + "</Credentials>"));

        rig.connector.connect(withRole()).identity().identity();
        rig.connector.connect(withRole()).identity().identity();

        assertThat(rig.aws.requests("AssumeRole")).singleElement().satisfies(request -> {
            assertThat(request.parameter("RoleArn")).isEqualTo(ROLE);
            assertThat(request.parameter("RoleSessionName")).isEqualTo("watchdeck");
        });
        assertThat(rig.aws.requests("GetCallerIdentity")).hasSize(2)
                .allSatisfy(request -> assertThat(request.authorization()).contains("ASIAROLEROLEROLEROLE"));
        assertThat(rig.metered).contains(new ApiCall("unknown", AwsRig.SEOUL, "STS", "AssumeRole", 1),
                new ApiCall("222222222222", AwsRig.SEOUL, "STS", "GetCallerIdentity", 1));
    }

    @Test
    void aRoleThatMayNotBeAssumedNamesThatAction() {
        rig.aws.on("AssumeRole", LoopbackAws.xmlError(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not "
                + "authorized to perform: sts:AssumeRole on resource: " + ROLE));

        var services = rig.connector.connect(withRole()).fleet().services("c", List.of("s"));

        assertThat(failure(services.get("s")).kind()).isEqualTo(Kind.DENIED);
        assertThat(failure(services.get("s")).action()).hasValue("sts:AssumeRole");
        assertThat(rig.aws.requests("DescribeServices")).isEmpty();
    }

    @Test
    void expiredKeysUnderARoleAskForASignIn() {
        rig.aws.on("AssumeRole", LoopbackAws.xmlError(403, "ExpiredToken", "expired"));

        assertThat(failure(rig.connector.connect(withRole()).identity().identity()).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void anEndpointForEverythingServesAnAccessThatNamesNone() {
        try (var connector = new AwsConnector(rig.metered::add, Clock.systemUTC(),
                AwsSettings.standard().withEndpoint(rig.aws.endpoint()))) {
            assertThat(value(connector.connect(Access.defaults(AwsRig.SEOUL)).identity().identity()).person())
                    .isEqualTo("ops");
            Access elsewhere = Access.defaults(AwsRig.SEOUL).withEndpoint(URI.create("http://127.0.0.1:9"));
            assertThat(failure(connector.connect(elsewhere).identity().identity()).kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    private Failure identity(String profile) {
        Access access = new Access(Optional.of(profile), Optional.empty(), AwsRig.SEOUL,
                Optional.of(rig.aws.endpoint()));
        return failure(rig.connector.connect(access).identity().identity());
    }

    private Access withRole() {
        return new Access(Optional.empty(), Optional.of(ROLE), AwsRig.SEOUL, Optional.of(rig.aws.endpoint()));
    }

    private static String says(Failure failure) {
        return new Words(Locale.ENGLISH, ZoneOffset.UTC).say(failure.sentence());
    }
}
