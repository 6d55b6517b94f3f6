package io.watchdeck.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPhrasesTest {

    private final Words english = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private final Words korean = new Words(Locale.KOREAN, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"CPU 70 %, CPU 70%, CPU 70%", "memory 62.5 %, memory 62.5%, 메모리 62.5%",
            "ALB requests 1000 per target, ALB requests 1000 per target, 대상당 ALB 요청 1000",
            "step scaling out, step scaling out, 단계 조정 out",
            "predictive scaling out, predictive scaling out, 예측 조정 out",
            "scale-in suspended, scale-in suspended, 축소 중지됨",
            "scale-out suspended, scale-out suspended, 확장 중지됨",
            "scheduled scaling suspended, scheduled scaling suspended, 예약 조정 중지됨",
            "memory 70 % (scale-out only), memory 70% (scale-out only), 메모리 70% (확장만)",
            "BacklogPerTask 12, BacklogPerTask 12, BacklogPerTask 12"})
    void aPolicyIsSaidInTheLanguageOfAPerson(String kept, String inEnglish, String inKorean) {
        var range = new ScalingRange("api", 1, 4, List.of(kept));

        assertThat(english.say(PolicyPhrases.of(range).getFirst())).isEqualTo(inEnglish);
        assertThat(korean.say(PolicyPhrases.of(range).getFirst())).isEqualTo(inKorean);
    }
}
