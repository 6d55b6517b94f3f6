package io.watchdeck.identity;

import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import org.junit.jupiter.api.Test;

/// What every [IdentitySource] keeps.
public abstract class IdentitySourceContract {

    /// Signed in to the account, in the role `WatchdeckOperator`.
    protected abstract IdentitySource signedInTo(String account);

    /// The credentials are no longer valid.
    protected abstract IdentitySource expired();

    protected abstract IdentitySource throttled();

    @Test
    void tellsTheAccountAndTheRole() {
        Identity identity = value(signedInTo("210987654321").identity());

        assertThat(identity.account()).isEqualTo("210987654321");
        assertThat(identity.arn()).startsWith("arn:aws:sts::210987654321:assumed-role/WatchdeckOperator/");
        assertThat(identity.person()).isNotBlank();
    }

    @Test
    void expiredCredentialsAreAFailureOfTheirOwn() {
        assertThat(failure(expired().identity()).kind()).isEqualTo(Failure.Kind.EXPIRED);
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().identity());
    }
}
