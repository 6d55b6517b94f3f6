package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Placed;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.settings.Notices;
import io.watchdeck.settings.Notices.Switch;
import io.watchdeck.settings.QuietHours;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmNoticesTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final WatchSnapshot MOMENT = Snapshots.moment();
    private static final Notices PLAIN = Notices.none();
    /// At the moment of the snapshots it is 13:42.
    private static final Notices QUIET = new Notices(Optional.empty(),
            Optional.of(new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 0))), Optional.empty(),
            Optional.empty(), Optional.empty());

    private final AlarmNotices notices = new AlarmNotices(new Words(Locale.ENGLISH, Snapshots.ZONE));

    private static StackSnapshot stack(String id) {
        return MOMENT.stacks().stream().filter(one -> one.file().id().value().equals(id)).findFirst().orElseThrow();
    }

    private static Condition open(String stack, Severity severity) {
        return stack(stack).verdict().open().stream().filter(one -> one.severity() == severity).findFirst()
                .orElseThrow();
    }

    private static Change change(What what, String stack, Severity severity) {
        return change(what, stack, severity, new Status.Open(NOW, NOW));
    }

    private static Change change(What what, String stack, Severity severity, Status status) {
        Condition condition = open(stack, severity);
        Finding finding = Finding.of(condition);
        return new Change(NOW, what, true, new Occurrence(UUID.nameUUIDFromBytes(stack.getBytes()),
                AlarmKey.of(stack(stack).file().id(), condition), NOW, finding, severity, finding.value(), status,
                Optional.empty()));
    }

    private AlarmNotice told(Notices wishes, Change... changes) {
        return notices.of(List.of(changes), MOMENT, List.of(), wishes, NOW).orElseThrow();
    }

    @Test
    void oneAlarmSaysWhereAndWhat() {
        Change critical = change(What.RAISED, "sesami-prod", Severity.CRITICAL);
        AlarmNotice notice = told(PLAIN, critical);

        assertThat(notice.title()).isEqualTo("Sesami PROD: Critical");
        assertThat(notice.text()).isEqualTo(new Words(Locale.ENGLISH, Snapshots.ZONE)
                .say(Placed.of(open("sesami-prod", Severity.CRITICAL))));
        assertThat(notice.alarms()).containsExactly(critical.after().id());
        assertThat(notice.onDesktop()).isTrue();
        assertThat(notice.sounds()).isTrue();
    }

    @Test
    void severalAreOneNoticeThatNamesTheWorstFirst() {
        AlarmNotice notice = told(PLAIN, change(What.RAISED, "bowwow-prod", Severity.WARNING),
                change(What.RAISED, "sesami-prod", Severity.CRITICAL));

        assertThat(notice.title()).isEqualTo("2 alarms need someone, the worst Critical");
        assertThat(notice.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(notice.text().lines().toList()).hasSize(2).first().asString().startsWith("Sesami PROD: ");
    }

    /// Ten of which the verdict names the first, which is the oldest.
    private static List<Change> ten(StackSnapshot stack, List<Condition> conditions) {
        var told = new ArrayList<Change>();
        for (int at = 0; at < conditions.size(); at++) {
            Condition one = conditions.get(at);
            Instant raised = NOW.minusSeconds(600).plusSeconds(at);
            told.add(new Change(NOW, What.RAISED, true, new Occurrence(UUID.nameUUIDFromBytes(one.on().name()
                    .getBytes()), AlarmKey.of(stack.file().id(), one), raised, Finding.of(one), one.severity(),
                    one.value(), new Status.Open(raised, raised), Optional.empty())));
        }
        return told.reversed();
    }

    @Test
    void ofTenTheOneThatTheVerdictNamesIsFirstAndHowManyAreLeftIsSaid() {
        List<Condition> conditions = IntStream.rangeClosed(0, 9).mapToObj(number -> hot("service-" + number)).toList();
        StackSnapshot stack = OtherMoments.judged(stack("glimpse-prod"), conditions);
        WatchSnapshot snapshot = Snapshots.of(List.of(stack));

        AlarmNotice notice = notices.of(ten(stack, conditions), snapshot, List.of(), PLAIN, NOW).orElseThrow();

        assertThat(notice.text().lines()).containsExactly("Glimpse PROD: service-0: ECS CPU above 70%",
                "Glimpse PROD: service-9: ECS CPU above 70%", "Glimpse PROD: service-8: ECS CPU above 70%",
                "and 7 more");
    }

    @Test
    void whatTheVerdictNamesIsThereThoughItWasToldBefore() {
        List<Condition> conditions = List.of(hot("first"), hot("second"), hot("third"));
        StackSnapshot stack = OtherMoments.judged(stack("glimpse-prod"), conditions);
        List<Change> all = ten(stack, conditions);
        Change first = all.getLast();
        var needing = List.of(new OpenAlarm(first.after().key(), first.after().severity(),
                Optional.of(first.after()), Optional.of(conditions.getFirst())));

        AlarmNotice notice = notices.of(all.subList(0, 2), Snapshots.of(List.of(stack)), needing, PLAIN, NOW)
                .orElseThrow();

        assertThat(notice.text().lines()).containsExactly("Glimpse PROD: first: ECS CPU above 70%",
                "Glimpse PROD: third: ECS CPU above 70%", "Glimpse PROD: second: ECS CPU above 70%");
        assertThat(notice.alarms()).as("of which it tells").doesNotContain(first.after().id());
    }

    @Test
    void theSameOnTwoServicesIsTwoDifferentLines() {
        StackSnapshot stack = stack("glimpse-prod");
        List<Condition> hot = List.of(hot("api"), hot("worker"));
        List<Change> raised = hot.stream().map(one -> new Change(NOW, What.RAISED, true, new Occurrence(
                UUID.nameUUIDFromBytes(one.on().name().getBytes()), AlarmKey.of(stack.file().id(), one), NOW,
                Finding.of(one), one.severity(), one.value(), new Status.Open(NOW, NOW), Optional.empty()))).toList();

        AlarmNotice notice = notices.of(raised, Snapshots.of(List.of(OtherMoments.judged(stack, hot))), List.of(),
                PLAIN, NOW).orElseThrow();

        assertThat(notice.text().lines()).containsExactlyInAnyOrder("Glimpse PROD: api: ECS CPU above 70%",
                "Glimpse PROD: worker: ECS CPU above 70%");
    }

    private static Condition hot(String service) {
        return new Condition(service + "-hot", Condition.Source.CLOUDWATCH,
                new ComponentId(ComponentKind.SERVICE, service), Optional.of("service.cpu"), Severity.WARNING,
                Condition.State.ALARM, OptionalDouble.of(91), OptionalDouble.of(70), Optional.empty(),
                Optional.of(NOW), Phrase.of("condition.compared", Phrase.of("metric.service.cpu"),
                        Phrase.of("condition.above", Phrase.of("amount.PERCENT", 70.0))));
    }

    @Test
    void aWarningIsSilent() {
        assertThat(told(PLAIN, change(What.RAISED, "bowwow-prod", Severity.WARNING)).sounds()).isFalse();
    }

    @Test
    void aReminderIsSilentAndSaysThatItIsOne() {
        AlarmNotice notice = told(PLAIN, change(What.NAGGED, "sesami-prod", Severity.CRITICAL));

        assertThat(notice.sounds()).isFalse();
        assertThat(notice.onDesktop()).isTrue();
        assertThat(notice.title()).isEqualTo("Sesami PROD: nobody has it yet, Critical");
    }

    @Test
    void whatGotWorseOrWhoseTimeIsOverSaysSo() {
        assertThat(told(PLAIN, change(What.ROSE, "sesami-prod", Severity.CRITICAL)).title())
                .isEqualTo("Sesami PROD has got worse: Critical");
        assertThat(told(PLAIN, change(What.WORD_ENDED, "sesami-prod", Severity.CRITICAL)).title())
                .isEqualTo("Sesami PROD is open again: Critical");
    }

    @Test
    void quietHoursLetOnlyWhatIsCriticalOutOfTheWindow() {
        assertThat(told(QUIET, change(What.RAISED, "bowwow-prod", Severity.WARNING)).onDesktop()).isFalse();
        assertThat(told(QUIET, change(What.RAISED, "sesami-prod", Severity.CRITICAL)).onDesktop()).isTrue();
        assertThat(told(QUIET, change(What.RAISED, "sesami-prod", Severity.CRITICAL)).sounds()).isTrue();
    }

    @Test
    void notificationsAndSoundCanBeSwitchedOff() {
        var off = new Notices(Optional.empty(), Optional.empty(), Optional.of(Switch.OFF), Optional.of(Switch.OFF),
                Optional.empty());
        AlarmNotice notice = told(off, change(What.RAISED, "sesami-prod", Severity.CRITICAL));

        assertThat(notice.onDesktop()).isFalse();
        assertThat(notice.sounds()).isFalse();
        assertThat(notice.title()).isNotEmpty();
    }

    @Test
    void whatSomebodyHasByThenIsNotTold() {
        var word = new Word("jmin", NOW, Optional.empty(), "", Severity.CRITICAL);

        assertThat(notices.of(List.of(change(What.RAISED, "sesami-prod", Severity.CRITICAL,
                new Status.Acknowledged(word))), MOMENT, List.of(), PLAIN, NOW)).isEmpty();
    }

    @Test
    void whatIsNotFoundAnyMoreIsToldByItsRule() {
        Change critical = change(What.RAISED, "sesami-prod", Severity.CRITICAL);

        assertThat(notices.of(List.of(critical), Snapshots.of(List.of()), List.of(), PLAIN, NOW).orElseThrow().text())
                .startsWith(critical.after().key().on().name() + ": ");
    }
}
