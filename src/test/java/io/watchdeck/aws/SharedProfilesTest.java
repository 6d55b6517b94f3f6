package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.Profile.Kind;
import io.watchdeck.identity.ProfileSource;
import io.watchdeck.identity.ProfileSourceContract;
import io.watchdeck.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestKeys.class)
class SharedProfilesTest extends ProfileSourceContract {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of("sso:account:access", "codecatalyst:read"));

    @TempDir
    Path folder;

    private Optional<SharedConfig> config = Optional.empty();

    private ProfileSource of(String text) {
        config = Optional.of(new SharedConfig(folder, text));
        return new SharedProfiles(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        config.ifPresent(SharedConfig::close);
    }

    @Override
    protected ProfileSource withWork() {
        return of("[profile work]\nregion = eu-west-1\naws_access_key_id = AKIA1\naws_secret_access_key = s\n");
    }

    @Override
    protected ProfileSource withNone() {
        return new SharedProfiles(Clock.systemUTC());
    }

    @Test
    void whoNamesNoneIsReadThroughTheOneOfAwsProfile() {
        System.setProperty("aws.profile", "other"); // which the SDK reads as AWS_PROFILE
        try {
            assertThat(withWork().standard()).isEqualTo("other");
        } finally {
            System.clearProperty("aws.profile");
        }
    }

    @Test
    void tellsKindsAndDoorsOfEveryWayToCredentials() {
        Map<String, Profile> found = value(of("""
                [default]
                sso_session = company
                sso_account_id = 123456789012
                sso_role_name = Ops
                [profile old]
                sso_start_url = https://old.example/start/
                sso_region = us-east-1
                sso_account_id = 123456789012
                sso_role_name = Ops
                [profile across]
                role_arn = arn:aws:iam::222222222222:role/Ops
                source_profile = default
                [profile careful]
                role_arn = arn:aws:iam::222222222222:role/Admin
                source_profile = across
                mfa_serial = arn:aws:iam::123456789012:mfa/sora
                [profile beyond]
                role_arn = arn:aws:iam::333333333333:role/Ops
                source_profile = careful
                [profile process]
                credential_process = /bin/keys
                [profile web]
                role_arn = arn:aws:iam::222222222222:role/Ops
                web_identity_token_file = /token
                [profile circle]
                role_arn = arn:aws:iam::222222222222:role/Ops
                source_profile = circle-2
                [profile circle-2]
                role_arn = arn:aws:iam::222222222222:role/Ops
                source_profile = circle
                [sso-session company]
                sso_start_url = https://company.example/start
                sso_region = ap-northeast-2
                sso_registration_scopes = sso:account:access, codecatalyst:read
                """).profiles()).stream().collect(Collectors.toMap(Profile::name, Function.identity()));

        assertThat(found.values().stream().collect(Collectors.toMap(Profile::name, Profile::kind)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("default", Kind.SSO, "old", Kind.SSO, "across", Kind.ROLE,
                        "careful", Kind.MFA_ROLE, "beyond", Kind.ROLE, "process", Kind.PROCESS, "web", Kind.OTHER,
                        "circle", Kind.ROLE, "circle-2", Kind.ROLE));
        assertThat(found.get("default").sso()).hasValue(COMPANY);
        assertThat(found.get("old").sso()).hasValueSatisfying(door -> {
            assertThat(door.scopes()).isEmpty();
            assertThat(door.name()).isEqualTo("old.example/start");
            assertThat(door.key()).isEqualTo("https://old.example/start/");
        });
        var careful = new Door.Mfa("careful", "arn:aws:iam::123456789012:mfa/sora");
        assertThat(found.get("across").doors()).containsExactly(COMPANY);
        assertThat(found.get("careful").doors()).containsExactly(COMPANY, careful);
        assertThat(found.get("beyond").doors()).containsExactly(COMPANY, careful);
        assertThat(found.get("circle").doors()).isEmpty();
    }

    @Test
    void nobodyIsAskedForTheCodeOfARoleWhoseSourceIsNotThere() {
        var profiles = value(of("""
                [profile broken]
                role_arn = arn:aws:iam::222222222222:role/Admin
                source_profile = nowhere
                mfa_serial = arn:aws:iam::123456789012:mfa/sora
                """).profiles());

        assertThat(profiles.getFirst().doors()).isEmpty();
    }

    @Test
    void aSessionWithoutScopesAsksForTheAccounts() {
        var profiles = value(of("""
                [profile work]
                sso_session = company
                [sso-session company]
                sso_start_url = https://company.example/start
                sso_region = ap-northeast-2
                """).profiles());

        assertThat(profiles.getFirst().sso().orElseThrow().scopes()).containsExactly(Door.Sso.ACCOUNTS);
    }

    @Test
    void anEditIsSeen() throws Exception {
        ProfileSource source = withWork();
        assertThat(value(source.profiles())).hasSize(1);

        Files.writeString(folder.resolve("config"), "[profile a]\nregion = eu-west-1\n[profile b]\n");
        assertThat(value(source.profiles())).extracting(Profile::name)
                .containsExactly("a", "b");
    }

    @Test
    void aFileOutOfOrderIsAFailureThatQuotesNothingOfIt() throws IOException {
        ProfileSource source = of("[profile work\naws_secret_access_key = very-secret\n");

        assertThat(failure(source.profiles()).toString()).contains("signIn.unreadable").doesNotContain("very-secret");
    }
}
