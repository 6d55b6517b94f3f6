package io.watchdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.desktop.Notifications.Call;
import io.watchdeck.desktop.Notifications.Note;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    /// What would be program text, were it pasted into one.
    private static final Note NOTE = new Note("--urgency=low", "\" & (do shell script \"x\") & $(x)\n'; x", true);

    private static Call call(String system) {
        return Notifications.of(system, _ -> true).call(NOTE).orElseThrow();
    }

    @Test
    void linuxHasTheTextsAfterTheOptions() {
        assertThat(call("Linux").line()).containsExactly("notify-send", "--app-name=Watchdeck",
                "--icon=dialog-warning", "--urgency=critical", "--", NOTE.title(), NOTE.text());
    }

    @Test
    void whatIsNotUrgentGoesAwayByItself() {
        assertThat(Notifications.of("Linux", _ -> true).call(new Note("a", "b", false)).orElseThrow().line())
                .contains("--urgency=normal");
    }

    @Test
    void aLinuxWithoutTheProgramShowsNothing() {
        assertThat(Notifications.of("Linux", _ -> false).call(NOTE)).isEmpty();
    }

    @Test
    void macHasTheTextsAsArgumentsOfAScriptThatIsAlwaysTheSame() {
        assertThat(call("Mac OS X").line().getFirst()).isEqualTo("osascript");
        assertThat(call("Mac OS X").line()).endsWith("end run", NOTE.title(), NOTE.text());
    }

    @Test
    void windowsHasTheTextsInTheEnvironmentAlone() {
        Call call = call("Windows 11");

        assertThat(call.line().getFirst()).isEqualTo("powershell");
        assertThat(call.line()).noneMatch(part -> part.contains(NOTE.text()) || part.contains(NOTE.title()));
        assertThat(call.title()).isEqualTo(NOTE.title());
        assertThat(call.text()).isEqualTo(NOTE.text());
    }
}
