package io.watchdeck.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.queues.letters.LetterGroup.Name;
import io.watchdeck.queues.letters.LetterGroup.Redriven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterGroupsTest {

    private static final Instant FIRST = Instant.parse("2026-09-09T02:42:08Z");
    private static final String SOURCE = "arn:aws:sqs:ap-northeast-2:111122223333:jobs";
    private static final String GOOD = """
            {"user_id":"u_1","repo_url":"https://git.example/a","job_id":7}""";

    private final List<DeadLetter> letters = new ArrayList<>();

    @Test
    void lettersWithOneErrorAreOneGroupNamedByIt() {
        dead(GOOD, Map.of("ErrorCode", text("ClientException"), "ErrorMessage",
                text("SubmitJob: worker:41 is not ACTIVE")));
        dead(GOOD, Map.of("ErrorMessage", text("SubmitJob: worker:41 is not ACTIVE")));
        dead(GOOD, Map.of("ErrorCode", text("TooManyRequestsException")));

        List<LetterGroup> groups = LetterGroups.of(letters);

        assertThat(groups).extracting(LetterGroup::name).containsExactly(
                new Name.Error("SubmitJob: worker:41 is not ACTIVE"), new Name.Error("TooManyRequestsException"));
        assertThat(groups).extracting(LetterGroup::count).containsExactly(2, 1);
        assertThat(groups.getFirst().first()).isEqualTo(FIRST);
        assertThat(groups.getFirst().last()).isEqualTo(FIRST.plusSeconds(60));
    }

    @Test
    void idsAndTimesInAnErrorMakeNoOtherGroup() {
        dead(GOOD,
                Map.of("ERROR_MESSAGE", text("2026-09-09T02:42:08Z 6f0b7f52-8f0e-4a0a-9d0b-2b7c5e1f90aa timed out")));
        dead(GOOD,
                Map.of("ERROR_MESSAGE", text("2026-09-11T08:00:01Z 11111111-8f0e-4a0a-9d0b-2b7c5e1f90aa timed out")));

        assertThat(LetterGroups.of(letters)).extracting(LetterGroup::name)
                .containsExactly(new Name.Error("… … timed out"));
    }

    @Test
    void aBodyIsNamedByWhatItLacksOfMost() {
        many(5, GOOD);
        dead("{\"user_id\":\"u_2\",\"job_id\":8}");

        List<LetterGroup> groups = LetterGroups.of(letters);

        assertThat(groups).extracting(LetterGroup::name).containsExactly(
                new Name.Usual(List.of("job_id", "repo_url", "user_id")), new Name.Lacks(List.of("repo_url")));
        assertThat(groups.get(1).lacking()).containsExactly("repo_url");
    }

    @Test
    void ofALackingObjectItsFieldsAreNotNamed() {
        many(3, "{\"id\":1,\"job\":{\"id\":2,\"name\":\"x\"}}");
        dead("{\"id\":1}");

        assertThat(LetterGroups.of(letters)).extracting(LetterGroup::name).contains(new Name.Lacks(List.of("job")));
    }

    @Test
    void anErrorSaysMoreThanTheBodyWhichIsToldAsWell() {
        many(5, GOOD);
        dead("{\"user_id\":\"u_2\",\"job_id\":8}", Map.of("ErrorMessage", text("no input")));

        LetterGroup group = LetterGroups.of(letters).get(1);

        assertThat(group.name()).isEqualTo(new Name.Error("no input"));
        assertThat(group.lacking()).containsExactly("repo_url");
    }

    @Test
    void anotherTypeAndAnotherFieldAreNamed() {
        many(5, GOOD);
        dead("{\"user_id\":\"u_2\",\"repo_url\":\"x\",\"job_id\":\"8\"}");
        dead("{\"user_id\":\"u_2\",\"repo_url\":\"x\",\"job_id\":8,\"retry\":true}");

        assertThat(LetterGroups.of(letters)).extracting(LetterGroup::name).contains(
                new Name.OtherType("job_id", "string", "number"), new Name.Extra(List.of("retry")));
    }

    @Test
    void nothingIsUsualAmongTwo() {
        dead("{\"a\":1}");
        dead("{\"b\":1}");

        assertThat(LetterGroups.of(letters)).extracting(LetterGroup::name)
                .containsExactly(new Name.Usual(List.of("a")), new Name.Usual(List.of("b")));
    }

    @Test
    void whatIsNoObjectIsSaidToBeNone() {
        dead(" \n");
        dead("again please");
        dead("{\"a\":1} and more");
        dead("\u001b[31mx\u0000");
        dead("[1,2]");
        dead("42");

        List<LetterGroup> groups = LetterGroups.of(letters);

        assertThat(groups).extracting(LetterGroup::name).containsExactly(new Name.NotJson(), new Name.Empty(),
                new Name.NoObject(true), new Name.NoObject(false));
        assertThat(groups.getFirst().count()).isEqualTo(3);
        assertThat(groups.getFirst().unprinted()).isOne();
    }

    @Test
    void lettersOfTwoSourcesAreTwoGroups() {
        dead(GOOD);
        letters.add(letter("other", GOOD, FIRST, Map.of(), Optional.of(SOURCE + "-2")));

        assertThat(LetterGroups.of(letters)).hasSize(2);
    }

    @Test
    void thereAreNoMoreGroupsThanAPersonLooksThrough() {
        for (int index = 0; index < 400; index++) {
            dead("{\"field" + index + "\":1}");
        }

        List<LetterGroup> groups = LetterGroups.of(letters);

        assertThat(groups).hasSize(LetterGroups.MOST);
        assertThat(groups.getLast().name()).isEqualTo(new Name.Others(351));
        assertThat(groups.stream().mapToInt(LetterGroup::count).sum()).isEqualTo(400);
        assertThat(groups.getLast().first()).isBefore(groups.getLast().last());
    }

    @Test
    void whatARedriveMovedAndIsDeadAgainCameBack() {
        dead(GOOD);
        dead(GOOD.replace("u_1", "u_2"));
        dead(GOOD.replace("u_1", "u_3"));
        var redrive = new Redriven(FIRST.plusSeconds(30), Set.of(letters.get(0).hash(), letters.get(1).hash()));

        assertThat(LetterGroups.of(letters).getFirst().cameBackFrom(redrive)).isOne();
    }

    private void many(int count, String body) {
        for (int index = 0; index < count; index++) {
            dead(body);
        }
    }

    private void dead(String body) {
        dead(body, Map.of());
    }

    private void dead(String body, Map<String, Attribute> attributes) {
        letters.add(letter("id-" + letters.size(), body, FIRST.plusSeconds(60L * letters.size()), attributes,
                Optional.of(SOURCE)));
    }

    static Attribute text(String value) {
        return new Attribute("String", value);
    }

    static DeadLetter letter(String id, String body, Instant at, Map<String, Attribute> attributes,
            Optional<String> source) {
        return new DeadLetter(id, body, at, Optional.of(at), 3, source, attributes, Map.of());
    }
}
