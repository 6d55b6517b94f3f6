package io.watchdeck.aws;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.identity.Door;
import io.watchdeck.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A person's configuration with an SSO session that nobody is signed in to, and the service that would sign in. The SDK
/// looks for tokens in one place for all, so the session has a name that nobody else has.
public final class SignedOutHome implements AutoCloseable {

    /// Of the role that SSO hands out; never shown to anybody.
    public static final String SECRET_KEY = "sso-role-secret-key-0123-planted";
    public static final String SESSION_TOKEN = "sso-role-session-token-0123-planted";
    /// Of the profile `keys`.
    public static final String OWN_SECRET = "static-secret-key-0123456-planted";
    /// Of the role that a code opens.
    public static final String CODE_SECRET = "mfa-role-secret-key-01234-planted";
    public static final String CODE_TOKEN = "mfa-role-session-token-01-planted";
    public static final Door.Mfa CAREFUL = new Door.Mfa("careful", "arn:aws:iam::123456789012:mfa/sora");

    private final String session = "watchdeck-test-" + UUID.randomUUID();
    private final WholeAccount account;
    private final SharedConfig config;

    /// @param tokens what comes of the tries to get a token, one after another
    SignedOutHome(WholeAccount account, Path folder, Answer... tokens) {
        this.account = account;
        config = new SharedConfig(folder, """
                [profile keys]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = %s
                [profile work]
                sso_session = %s
                sso_account_id = 123456789012
                sso_role_name = Ops
                [profile careful]
                role_arn = arn:aws:iam::123456789012:role/Admin
                source_profile = keys
                mfa_serial = %s
                [sso-session %s]
                sso_region = ap-northeast-2
                sso_start_url = https://company.awsapps.example/start
                sso_registration_scopes = sso:account:access
                """.formatted(OWN_SECRET, session, CAREFUL.serial(), session));
        System.setProperty("aws.endpointUrlSso", account.aws.endpoint().toString());
        System.setProperty("aws.endpointUrlSsoOidc", account.aws.endpoint().toString());
        FakeSignInService.on(account.aws, tokens);
        account.aws.on("GetRoleCredentials", FakeSignInService.ok(Map.of("roleCredentials", Map.of("accessKeyId",
                "ASIAWORKWORKWORKWORK", "secretAccessKey", SECRET_KEY, "sessionToken", SESSION_TOKEN, "expiration",
                4_070_908_800_000L))));
        account.aws.on("AssumeRole", LoopbackAws.xml("AssumeRole", "<Credentials>" + Wire.xml("AccessKeyId",
                "ASIACODECODECODECODE", "SecretAccessKey", CODE_SECRET, "SessionToken", CODE_TOKEN, "Expiration",
                "2099-01-01T00:00:00Z") + "</Credentials>"));
    }

    /// The browser is confirmed at the second look.
    public static SignedOutHome confirmed(WholeAccount account, Path folder) {
        return new SignedOutHome(account, folder, FakeSignInService.pending(), FakeSignInService.token());
    }

    public Door.Sso door() {
        return new Door.Sso(Optional.of(session), "https://company.awsapps.example/start", new Region("ap-northeast-2"),
                List.of(Door.Sso.ACCOUNTS));
    }

    /// Where the SDK and the command line look for the token.
    public Path token() {
        return SsoTokens.ofThisPerson().file(door());
    }

    /// Every secret that goes through the console.
    public static List<String> secrets() {
        return List.of(SECRET_KEY, SESSION_TOKEN, OWN_SECRET, CODE_SECRET, CODE_TOKEN, FakeSignInService.CLIENT_SECRET,
                FakeSignInService.DEVICE_CODE, FakeSignInService.ACCESS_TOKEN, FakeSignInService.REFRESH_TOKEN);
    }

    /// How often something was asked of the service.
    public int asked(String operation) {
        return account.aws.requests(operation).size();
    }

    /// Where all of it is.
    public String endpoint() {
        return account.aws.endpoint().toString();
    }

    @Override
    public void close() throws IOException {
        config.close();
        System.clearProperty("aws.endpointUrlSso");
        System.clearProperty("aws.endpointUrlSsoOidc");
        Files.deleteIfExists(token());
    }
}
