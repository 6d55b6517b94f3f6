package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.StackId;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private final Drafts<AlarmKey, String> drafts = new Drafts<>();

    @Test
    void ofManyTheLastOnesAreKept() {
        for (int number = 0; number < Drafts.KEPT; number++) {
            keep(number, "first");
        }
        keep(0, "again");
        keep(Drafts.KEPT, "one more");

        assertThat(drafts.of(key(0))).contains("again");
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

    @Test
    void whatWasKeptElsewhereIsTakenOver() {
        keep(1, "half a thought");
        var next = new Drafts<AlarmKey, String>();

        next.goOn(drafts);

        assertThat(next.of(key(1))).contains("half a thought");
    }

    private void keep(int number, String note) {
        drafts.keep(key(number), note);
    }

    private static AlarmKey key(int number) {
        return new AlarmKey(new StackId("tiketi-prod"), new ComponentId(ComponentKind.SERVICE, "service-" + number),
                "service.cpu above");
    }
}
