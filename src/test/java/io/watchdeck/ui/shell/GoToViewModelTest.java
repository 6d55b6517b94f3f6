package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GoToViewModelTest {

    private final GoToViewModel model = new GoToViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            EnumSet.allOf(Screen.class));

    @Test
    void findsStacksBeforeServices() {
        assertThat(find("codemate")).extracting(GoToViewModel.Target::name).startsWith("CodeMate", "CodeMate",
                "codemate-frontend-service");
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(find("push bowwow")).singleElement().satisfies(target -> {
            assertThat(target.name()).isEqualTo("bowwow-push-service");
            assertThat(target.place().component()).contains("bowwow-push-service");
        });
    }

    @Test
    void findsScreens() {
        assertThat(find("over")).extracting(GoToViewModel.Target::place).containsExactly(Place.of(Screen.OVERVIEW));
    }

    private List<GoToViewModel.Target> find(String query) {
        model.search(query, Snapshots.moment().stacks());
        return model.targets();
    }
}
