package io.watchdeck.aws;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.Profile.Kind;
import io.watchdeck.model.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// What the shared configuration says of its profiles.
final class ProfileMapper {

    private static final String SESSION = "sso_session";
    private static final String SCOPES = "sso_registration_scopes";

    private ProfileMapper() {}

    /// By name, `default` first.
    static List<Profile> profiles(ProfileFile file) {
        return file.profiles().values().stream().map(one -> profile(file, one))
                .sorted(Comparator.comparing((Profile one) -> !one.name().equals("default"))
                        .thenComparing(Profile::name))
                .toList();
    }

    private static Profile profile(ProfileFile file, software.amazon.awssdk.profiles.Profile one) {
        return new Profile(one.name(), kind(one), RoleProfile.word(one, ProfileProperty.REGION).map(Region::new),
                sso(file, one, new HashSet<>()), mfa(file, one, new HashSet<>()));
    }

    /// In the order in which the SDK looks for them.
    private static Kind kind(software.amazon.awssdk.profiles.Profile one) {
        Optional<RoleProfile> role = RoleProfile.of(one);
        if (role.isPresent()) {
            return role.get().mfa().isPresent() ? Kind.MFA_ROLE : Kind.ROLE;
        }
        if (has(one, ProfileProperty.ROLE_ARN)) {
            return Kind.OTHER;
        }
        return isSso(one) ? Kind.SSO : has(one, ProfileProperty.CREDENTIAL_PROCESS) ? Kind.PROCESS
                : has(one, ProfileProperty.AWS_ACCESS_KEY_ID) ? Kind.STATIC : Kind.OTHER;
    }

    private static boolean has(software.amazon.awssdk.profiles.Profile one, String property) {
        return RoleProfile.word(one, property).isPresent();
    }

    private static boolean isSso(software.amazon.awssdk.profiles.Profile one) {
        return has(one, SESSION) || has(one, ProfileProperty.SSO_START_URL);
    }

    private static Optional<Door.Sso> sso(ProfileFile file, software.amazon.awssdk.profiles.Profile one,
            Set<String> before) {
        if (!before.add(one.name())) {
            return Optional.empty();
        }
        Optional<RoleProfile> role = RoleProfile.of(one);
        return role.isPresent() ? role.get().source().flatMap(file::profile).flatMap(next -> sso(file, next, before))
                : door(file, one);
    }

    private static Optional<Door.Sso> door(ProfileFile file, software.amazon.awssdk.profiles.Profile one) {
        Optional<String> session = RoleProfile.word(one, SESSION);
        Optional<software.amazon.awssdk.profiles.Profile> named = session.isEmpty() ? Optional.of(one)
                : file.getSection("sso-session", session.get());
        return named.flatMap(where -> RoleProfile.word(where, ProfileProperty.SSO_START_URL)
                .flatMap(start -> RoleProfile.word(where, ProfileProperty.SSO_REGION)
                        .map(region -> new Door.Sso(session, start, new Region(region),
                                session.isEmpty() ? List.of() : scopes(where)))));
    }

    private static List<String> scopes(software.amazon.awssdk.profiles.Profile session) {
        return RoleProfile.word(session, SCOPES).map(text -> Arrays.stream(text.split("[,\\s]+"))
                .filter(scope -> !scope.isEmpty()).toList()).orElse(List.of(Door.Sso.ACCOUNTS));
    }

    /// The one nearest to the keys: without it no other can be asked. None of a role whose source is not there.
    private static Optional<Door.Mfa> mfa(ProfileFile file, software.amazon.awssdk.profiles.Profile one,
            Set<String> before) {
        if (!before.add(one.name())) {
            return Optional.empty();
        }
        Optional<RoleProfile> role = RoleProfile.of(one);
        if (role.flatMap(RoleProfile::source).filter(name -> file.profile(name).isEmpty()).isPresent()) {
            return Optional.empty();
        }
        return role.flatMap(RoleProfile::source).flatMap(file::profile).flatMap(next -> mfa(file, next, before))
                .or(() -> role.flatMap(RoleProfile::mfa).map(serial -> new Door.Mfa(one.name(), serial)));
    }
}
