package io.watchdeck.aws;

import io.watchdeck.model.Region;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.CallMeter;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Makes what gives the credentials of a profile. Roles are assumed here and not by the SDK, which reads neither
/// `mfa_serial` nor `duration_seconds`; everything else the SDK knows.
final class ProfileProviders {

    /// Where a role is assumed whose profile names no Region, as the SDK does it.
    private static final String ANYWHERE = "us-east-1";

    private static final String SERVICES = "services";
    private static final Set<String> KEYS = Set.of(ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.AWS_SECRET_ACCESS_KEY, ProfileProperty.AWS_SESSION_TOKEN);

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final CallMeter meter;
    private final HeldSessions held;
    private final ProfileFiles files = new ProfileFiles();

    ProfileProviders(AwsSettings settings, SdkHttpClient http, CallMeter meter, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.meter = meter;
        held = new HeldSessions(clock);
    }

    /// Of roles that took a code.
    HeldSessions held() {
        return held;
    }

    Optional<ProfileFile> file() {
        return files.get();
    }

    /// What a client reads of a profile, once, when it is made: its endpoints and whatever else there is. Without the
    /// keys, which [ProfileCredentials] follows by itself and tools may change each hour.
    ///
    /// @param name empty for the one that is used where none is named; its keys are read once, too
    /// @throws IllegalArgumentException where a file cannot be understood
    Map<String, String> settings(Optional<String> name) {
        var all = new HashMap<String, String>();
        files.get().ifPresent(file -> file.profile(name.orElseGet(ProfileFiles::standard)).ifPresent(profile -> {
            all.putAll(profile.properties());
            profile.property(SERVICES).flatMap(section -> file.getSection(SERVICES, section))
                    .ifPresent(section -> section.properties().forEach((key, value) -> all.put(SERVICES + " " + key,
                            value)));
        }));
        if (name.isPresent()) {
            all.keySet().removeAll(KEYS);
        }
        return all;
    }

    Optional<RoleProfile> role(String profile) {
        return files.get().flatMap(file -> file.profile(profile)).flatMap(RoleProfile::of);
    }

    /// As the files say now. What it gives may be closed.
    AwsCredentialsProvider of(String profile) {
        return of(profile, new HashSet<>());
    }

    /// With whose credentials a role is assumed.
    AwsCredentialsProvider source(RoleProfile role) {
        return source(role, new HashSet<>(Set.of(role.profile())));
    }

    private AwsCredentialsProvider of(String profile, Set<String> before) {
        Optional<RoleProfile> role = role(profile);
        if (role.isEmpty()) {
            return new PlainCredentials(profile);
        }
        if (role.get().mfa().isPresent()) {
            checkSource(role.get());
            return () -> held.find(profile).orElseThrow(() -> new MfaWanted(profile));
        }
        before.add(profile);
        return new Assumed(role.get(), source(role.get(), before));
    }

    private AwsCredentialsProvider source(RoleProfile role, Set<String> before) {
        if (role.isItsOwnSource()) {
            return StaticCredentialsProvider.create(keys(role.profile()));
        }
        if (role.source().isPresent()) {
            if (before.contains(role.source().get())) {
                throw new IllegalArgumentException("Unable to load credentials: the source profiles of "
                        + role.profile() + " lead in a circle");
            }
            checkSource(role);
            return of(role.source().get(), before);
        }
        return switch (role.place().orElse("")) {
            case "Environment" -> EnvironmentVariableCredentialsProvider.create();
            case "Ec2InstanceMetadata" -> InstanceProfileCredentialsProvider.create();
            case "EcsContainer" -> ContainerCredentialsProvider.create();
            default -> throw new IllegalArgumentException("Unable to load credentials: profile " + role.profile()
                    + " has a credential_source that does not exist");
        };
    }

    /// Without it nobody can sign in, and no code helps.
    private void checkSource(RoleProfile role) {
        role.source().filter(name -> files.get().flatMap(file -> file.profile(name)).isEmpty()).ifPresent(name -> {
            throw new NoSource(role.profile(), name);
        });
    }

    /// A profile that is its own source has the keys of a user beside the role.
    private AwsCredentials keys(String profile) {
        var own = files.get().flatMap(file -> file.profile(profile));
        return AwsBasicCredentials.create(own.flatMap(one -> one.property(ProfileProperty.AWS_ACCESS_KEY_ID))
                .orElseThrow(() -> none(profile)),
                own.flatMap(one -> one.property(ProfileProperty.AWS_SECRET_ACCESS_KEY))
                        .orElseThrow(() -> none(profile)));
    }

    private static IllegalArgumentException none(String profile) {
        return new IllegalArgumentException("Unable to load credentials: profile " + profile + " has no keys");
    }

    /// Asks for the credentials of a role, with those of its source.
    StsClient sts(RoleProfile role, AwsCredentialsProvider source) {
        Region region = region(role);
        var counter = new CallCounter(meter, region, "STS", () -> "unknown", settings);
        var client = StsClient.builder().region(software.amazon.awssdk.regions.Region.of(region.code()))
                .credentialsProvider(source).httpClient(http)
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(settings.timeouts().call()).scheduledExecutorService(Background.timer())
                        .addExecutionInterceptor(counter).addExecutionInterceptor(new AnswerGuard())
                        .defaultProfileName(role.profile()));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    /// Where the role is assumed.
    Region region(RoleProfile role) {
        return new Region(role.rest().region().or(() -> role.source().flatMap(this::region)).orElse(ANYWHERE));
    }

    private Optional<String> region(String profile) {
        return files.get().flatMap(file -> file.profile(profile))
                .flatMap(one -> RoleProfile.word(one, ProfileProperty.REGION));
    }

    String sessionName() {
        return settings.sessionName();
    }

    /// A role without a code, renewed by the SDK shortly before it ends.
    private final class Assumed implements AwsCredentialsProvider, SdkAutoCloseable {

        private final AwsCredentialsProvider source;
        private final StsClient sts;
        private final StsAssumeRoleCredentialsProvider provider;

        Assumed(RoleProfile role, AwsCredentialsProvider source) {
            this.source = source;
            sts = sts(role, source);
            provider = StsAssumeRoleCredentialsProvider.builder().stsClient(sts)
                    .refreshRequest(request -> role.ask(request, sessionName())).build();
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return provider.resolveCredentials();
        }

        @Override
        public void close() {
            provider.close();
            sts.close();
            if (source instanceof SdkAutoCloseable open) {
                open.close();
            }
        }
    }
}
