package io.watchdeck.identity;

import io.watchdeck.model.Region;
import java.util.List;
import java.util.Optional;

/// Where a person signs in: one opens every profile behind it.
public sealed interface Door {

    /// As a person knows it.
    String name();

    /// IAM Identity Center.
    ///
    /// @param session of the section `sso-session`; empty for a profile that names the start page itself
    /// @param region  where Identity Center is
    /// @param scopes  what is asked for; none for a profile without a session, whose sign-in cannot be renewed
    record Sso(Optional<String> session, String startUrl, Region region, List<String> scopes) implements Door {

        /// What a session asks for that names no scopes, as the AWS command line does.
        public static final String ACCOUNTS = "sso:account:access";

        public Sso {
            scopes = List.copyOf(scopes);
        }

        /// The session, else the start page without `https://`.
        @Override
        public String name() {
            return session.orElseGet(() -> startUrl.replaceFirst("^https?://", "").replaceFirst("/+$", ""));
        }

        /// What the cached token is called after.
        public String key() {
            return session.orElse(startUrl);
        }
    }

    /// A role that is assumed with a code of a person's own device.
    ///
    /// @param profile the role's
    /// @param serial  of the device: its serial number, or the ARN of a virtual one
    record Mfa(String profile, String serial) implements Door {
        @Override
        public String name() {
            return profile;
        }
    }
}
