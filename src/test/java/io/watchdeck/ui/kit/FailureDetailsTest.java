package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.support.Details;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailureDetailsTest {

    private final FailureDetails details = new FailureDetails(new Words(Locale.ENGLISH, Snapshots.ZONE));

    @Test
    void whatFailedOfAStackIsToldWithWhereAndWithoutItsAccount() {
        StackSnapshot expired = Snapshots.expiredTiketi();

        String told = details.of(expired);

        assertThat(told).contains("What: ", "Stack: Tiketi, ", "Region: " + expired.file().access().region().code(),
                "Kind: expired");
        assertThat(expired.identity().state().latest()).isPresent();
        assertThat(told).doesNotContain(expired.identity().state().latest().get().account()).contains("Account: ****");
    }

    @Test
    void aStackOfWhichEverythingIsKnownHasNothingToTell() {
        assertThat(details.of(Snapshots.expiredTiketi(), failure -> failure.kind() == Failure.Kind.DENIED)).isEmpty();
    }

    @Test
    void whatAwsSaidIsToldByCodeAndRequest() {
        Failure refused = Failure.denied("ecs:UpdateService").withDetail("AccessDeniedException, HTTP 400: User:"
                + " arn:aws:sts::123456789012:assumed-role/a/b is not authorized (request id 5b1-22)");

        assertThat(details.told(refused, new Details()).text()).isEqualTo("""
                Kind: denied
                IAM action: ecs:UpdateService
                AWS error code: AccessDeniedException (HTTP 400)
                AWS request id: 5b1-22
                Said: AccessDeniedException, HTTP 400: User: arn:aws:sts::********9012:assumed-role/a/b is not \
                authorized (request id 5b1-22)""");
        assertThat(details.told(Failure.unreachable("sts.eu-west-1.amazonaws.com"), new Details()).text())
                .isEqualTo("Kind: unreachable");
    }
}
