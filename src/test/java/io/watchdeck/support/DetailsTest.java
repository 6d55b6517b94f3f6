package io.watchdeck.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetailsTest {

    @Test
    void aLineForEachThingThatIsKnownWithoutSecretsAndAccounts() {
        String text = new Details().add("What", "Denied").add("Region", Optional.empty()).add("Action", " ")
                .add("Role", "arn:aws:iam::123456789012:role/watch").add("Said", "token=hunter2 AKIAIOSFODNN7EXAMPLE")
                .text();

        assertThat(text).isEqualTo("""
                What: Denied
                Role: arn:aws:iam::********9012:role/watch
                Said: token=[redacted] AKIA...MPLE""");
    }

    @Test
    void whatIsCopiedSaysWhenAndByWhichVersion() {
        assertThat(Details.stamped("What: Denied", Instant.parse("2026-11-22T12:00:00.123Z")))
                .isEqualTo("What: Denied\n2026-11-22T12:00:00Z (UTC), Watchdeck " + Build.version() + "\n");
        assertThat(Build.version()).isNotBlank();
    }
}
