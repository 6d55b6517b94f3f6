package io.watchdeck.identity;

import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every [ProfileSource] keeps.
public abstract class ProfileSourceContract {

    /// With a profile `work` of the Region `eu-west-1`, which has keys.
    protected abstract ProfileSource withWork();

    protected abstract ProfileSource withNone();

    @Test
    void namesAProfileItsKindAndItsRegion() {
        assertThat(value(withWork().profiles())).singleElement().satisfies(profile -> {
            assertThat(profile.name()).isEqualTo("work");
            assertThat(profile.kind()).isEqualTo(Profile.Kind.STATIC);
            assertThat(profile.region()).hasValueSatisfying(region -> assertThat(region.code()).isEqualTo("eu-west-1"));
            assertThat(profile.doors()).isEmpty();
        });
    }

    @Test
    void whoNamesNoneIsReadThroughTheOneThatIsCalledDefault() {
        assertThat(withWork().standard()).isEqualTo("default");
        assertThat(withNone().standard()).isEqualTo("default");
    }

    @Test
    void nothingThereIsAnAnswerAndNoFailure() {
        assertThat(value(withNone().profiles())).isEmpty();
    }
}
