package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.BodyShape;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "userId", "email", "E-Mail", "name", "first_name", "phoneNumber", "address",
            "access_token", "password", "apiKey"})
    void aFieldMayTellOfAPerson(String field) {
        assertThat(PersonalFields.isPersonal(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"job_id", "filename", "hostname", "queue_name", "status", "retry", "type"})
    void aFieldTellsOfNobody(String field) {
        assertThat(PersonalFields.isPersonal(field)).isFalse();
    }

    @Test
    void ofAPersonalFieldOnlyTheEndsAreShownAndOfAShortOneNothing() {
        assertThat(shown("{\"user_id\":\"u_12345631\",\"job\":\"keep\"}"))
                .isEqualTo("{\"user_id\":\"u_######31\",\"job\":\"keep\"}");
        assertThat(shown("{\"user_id\":\"u_31\",\"phone\":5551234}"))
                .isEqualTo("{\"user_id\":\"####\",\"phone\":#######}");
    }

    @Test
    void everythingBelowAPersonalFieldIsHidden() {
        assertThat(shown("{\"address\":{\"street\":\"Mill Lane\",\"no\":[7]},\"n\":1}"))
                .isEqualTo("{\"address\":{\"street\":\"Mi#####ne\",\"no\":[#]},\"n\":1}");
    }

    @Test
    void ofAUrlHostAndLastSegmentAreShown() {
        assertThat(shown("{\"repo_url\":\"https://git.example/sora/invoices\"}"))
                .isEqualTo("{\"repo_url\":\"https://git.example/####/invoices\"}");
        assertThat(shown("see https://sora:pw@git.example/a/b/c?token=x#y now"))
                .isEqualTo("see https://#######@git.example/#/#/c?######### now");
    }

    @Test
    void ofAnEMailAddressInATextTheNameIsHidden() {
        assertThat(shown("ask sora.kim@example.org again")).isEqualTo("ask ########@example.org again");
    }

    @Test
    void attributesAreHiddenByTheirNames() {
        assertThat(PersonalFields.in("UserId", "u-1").isEmpty()).isFalse();
        assertThat(PersonalFields.in("ErrorMessage", "not ACTIVE").isEmpty()).isTrue();
    }

    private static String shown(String body) {
        BitSet hidden = PersonalFields.in(body, BodyShape.of(body).isJson());
        var text = new StringBuilder(body);
        hidden.stream().forEach(at -> text.setCharAt(at, '#'));
        return text.toString();
    }
}
