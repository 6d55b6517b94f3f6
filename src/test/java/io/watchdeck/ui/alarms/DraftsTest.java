package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.StackId;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private final Drafts drafts = new Drafts();

    @Test
    void ofManyTheLastOnesAreKept() {
        for (int number = 0; number < Drafts.KEPT; number++) {
            keep(number, "first");
        }
        keep(0, "again");
        keep(Drafts.KEPT, "one more");

        assertThat(drafts.of(key(0))).map(Drafts.Draft::note).contains("again");
        assertThat(drafts.of(key(1))).isEmpty();
        assertThat(drafts.of(key(2))).isPresent();
        assertThat(drafts.of(key(Drafts.KEPT))).isPresent();
    }

    @Test
    void whatWasSaidIsNoDraft() {
        keep(1, "said");

        drafts.drop(key(1));

        assertThat(drafts.of(key(1))).isEmpty();
    }

    private void keep(int number, String note) {
        drafts.keep(key(number), new Drafts.Draft(AlarmMoments.id("draft-" + number), WordChoice.HOUR, note));
    }

    private static AlarmKey key(int number) {
        return new AlarmKey(new StackId("tiketi-prod"), new ComponentId(ComponentKind.SERVICE, "service-" + number),
                "service.cpu above");
    }
}
