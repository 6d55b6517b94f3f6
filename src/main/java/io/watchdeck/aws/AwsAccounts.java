package io.watchdeck.aws;

import io.watchdeck.stack.Access;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Which account the credentials in use belong to, as far as AWS has said so. Any thread.
final class AwsAccounts {

    /// What decides which credentials sign a request.
    record Signer(Optional<String> profile, Optional<String> role, Optional<URI> endpoint) {
        static Signer of(Access access) {
            return new Signer(access.profile(), access.role(), access.endpoint());
        }

        /// The credentials with which the role is assumed.
        Signer withoutRole() {
            return new Signer(profile, Optional.empty(), endpoint);
        }
    }

    private final ConcurrentMap<Signer, String> known = new ConcurrentHashMap<>();

    void learn(Signer signer, String account) {
        known.put(signer, account);
    }

    /// A role's account is part of its ARN; any other is known once STS was asked.
    Optional<String> find(Signer signer) {
        return Optional.ofNullable(known.get(signer)).or(() -> signer.role().flatMap(AwsAccounts::ofArn));
    }

    private static Optional<String> ofArn(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && !parts[4].isEmpty() ? Optional.of(parts[4]) : Optional.empty();
    }
}
