package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedTest {

    private final Words english = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final Words korean = new Words(Locale.KOREAN, Snapshots.ZONE);

    @Test
    void beforeTheFirstSnapshotNothingIsChecked() {
        var checked = Checked.of(Optional.empty(), _ -> true);

        assertThat(checked.nothing()).isTrue();
        assertThat(checked.all()).isFalse();
        assertThat(checked.sayNothing(english))
                .contains("Not known: no rule and no CloudWatch alarm could be checked.");
    }

    @Test
    void whereThereIsNoStackThereIsNothingToCheck() {
        var checked = Checked.of(List.of());

        assertThat(checked.nothing()).isFalse();
        assertThat(checked.all()).isTrue();
    }

    @Test
    void someIsNotAll() {
        var checked = new Checked(1, 20, 1, false);

        assertThat(checked.nothing()).isFalse();
        assertThat(checked.all()).isFalse();
        assertThat(checked.left()).isEqualTo(19);
        assertThat(checked.sayNothing(english)).isEmpty();
    }

    @Test
    void thatNoneIsCheckedIsSaidOfOneAndOfSeveral() {
        assertThat(new Checked(1, 1, 0, true).sayNothing(english))
                .contains("The one rule or CloudWatch alarm could not be checked yet.");
        assertThat(new Checked(1, 4, 0, true).sayNothing(english))
                .contains("None of the 4 rules and CloudWatch alarms could be checked yet.");
        assertThat(new Checked(1, 4, 0, true).sayNothing(korean).orElseThrow()).contains("4");
    }
}
