package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which language the system speaks.
class SystemLanguageTest {

    @Test
    void onLinuxTheEnvironmentDecidesEvenWhereJavaDoesNotKnowTheLocale() {
        assertThat(SystemLanguage.of("Linux", Map.of("LANG", "ko_KR.UTF-8"), Locale.ENGLISH)).isEqualTo("ko");
        assertThat(SystemLanguage.of("Linux", Map.of("LANG", "KO"), Locale.ENGLISH)).isEqualTo("ko");
        assertThat(SystemLanguage.of("Linux", Map.of("LANG", "C.UTF-8"), Locale.KOREAN)).isEqualTo("c");
    }

    @Test
    void lcAllOutweighsLcMessagesAndThatOutweighsLang() {
        assertThat(SystemLanguage.of("Linux", Map.of("LC_ALL", "en_US.UTF-8", "LC_MESSAGES", "ko_KR", "LANG", "ko_KR"),
                Locale.KOREAN)).isEqualTo("en");
        assertThat(SystemLanguage.of("Linux", Map.of("LC_ALL", "", "LC_MESSAGES", "ko_KR@dict", "LANG", "en_US"),
                Locale.ENGLISH)).isEqualTo("ko");
    }

    @Test
    void withoutAWordOfTheEnvironmentAndElsewhereJavaDecides() {
        assertThat(SystemLanguage.of("Linux", Map.of(), Locale.KOREA)).isEqualTo("ko");
        assertThat(SystemLanguage.of("Windows 11", Map.of("LANG", "en_US"), Locale.KOREA)).isEqualTo("ko");
        assertThat(SystemLanguage.of("Mac OS X", Map.of("LANG", "ko_KR"), Locale.US)).isEqualTo("en");
    }
}
