package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.Saving;
import io.watchdeck.settings.Notices;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.MeterMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellViewModelTest {

    private final FakeWatch watch = new FakeWatch(Snapshots.moment());
    private final ShellViewModel model = new ShellViewModel(watch, new Words(Locale.ENGLISH, Snapshots.ZONE),
            Snapshots.NOW, "/home/me/stacks");

    @Test
    void saysWhoWeAreWhatItCostAndWhenItReadsAgain() {
        assertThat(model.personProperty().get()).isEqualTo("sora · WatchdeckOperator");
        assertThat(model.personDetailProperty().get()).isEqualTo("6 accounts, 2 regions");
        assertThat(model.spendProperty().get()).isEqualTo("API spend $0.04 today, $0.61 this month, cap $2.00");
        assertThat(model.spendShareProperty().get()).isEqualTo(0.305);
        assertThat(model.nextProperty().get()).isEqualTo("Next refresh in 48 s");
        assertThat(model.clockProperty().get()).isEqualTo("Tue 22 Sep 2026 13:42 KST");
        assertThat(model.updatedProperty().get().text()).isEqualTo("Updated 12 s ago");
    }

    @Test
    void saysThatWhatIsSpentIsOnlyAsIfWhereAnEndpointIsCalledInPlaceOfAws() {
        assertThat(model.spendElsewhereProperty().get()).isEmpty();
        assertThat(model.spendDetailProperty().get()).startsWith("ECS:DescribeServices: 1,204 calls");

        model.show(MeterMoments.elsewhere("127.0.0.1:5591"), Snapshots.NOW);

        assertThat(model.spendElsewhereProperty().get()).isEqualTo("127.0.0.1:5591");
        assertThat(model.spendDetailProperty().get())
                .startsWith("The console calls the endpoint 127.0.0.1:5591, not AWS")
                .contains("\nECS:DescribeServices: 1,204 calls");
    }

    @Test
    void asWhomTheJournalIsWrittenStandsBeforeAsWhomTheAccountsKnowUs() {
        watch.alarms().person("Kim Minji");
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(model.personProperty().get()).isEqualTo("Kim Minji, in AWS sora · WatchdeckOperator");
    }

    @Test
    void whoDoesNotAnswerMayYetBeSignedIn() {
        model.show(Snapshots.never(Failure.unreachable("sts.amazonaws.com")), Snapshots.NOW);
        assertThat(model.personProperty().get()).isEqualTo("Identity not known");

        model.show(Snapshots.never(Failure.expired("tiketi")), Snapshots.NOW);
        assertThat(model.personProperty().get()).isEqualTo("Not signed in");
    }

    @Test
    void theLastReadingGetsLateAndThenStale() {
        model.tellAges(Snapshots.NOW.plusSeconds(120));
        assertThat(model.updatedProperty().get().freshness()).isEqualTo(Freshness.LATE);
        model.tellAges(Snapshots.NOW.plusSeconds(400));
        assertThat(model.updatedProperty().get().freshness()).isEqualTo(Freshness.STALE);
    }

    @Test
    void aStackThatGivesNoAnswerKeepsTheLastReadingFromLookingFresh() {
        Failure gone = Failure.unreachable("ecs.eu-west-1.amazonaws.com");
        model.show(Snapshots.of(List.of(Snapshots.tiketi(), Snapshots.unanswered(Snapshots.sesami(), gone))),
                Snapshots.NOW);

        assertThat(model.updatedProperty().get().text()).isEqualTo("Updated 12 s ago, 1 of 2 not in full");
        assertThat(model.updatedProperty().get().freshness()).isEqualTo(Freshness.LATE);

        model.show(Snapshots.of(List.of(Snapshots.unanswered(Snapshots.tiketi(), gone),
                Snapshots.unanswered(Snapshots.sesami(), gone))), Snapshots.NOW);

        assertThat(model.updatedProperty().get().text()).isEqualTo("No answer, asked 12 s ago");
        assertThat(model.updatedProperty().get().freshness()).isEqualTo(Freshness.MISSING);
    }

    @Test
    void whatIsRefusedIsAnAnswer() {
        model.show(Snapshots.never(Failure.denied("ecs:DescribeServices")), Snapshots.NOW);

        assertThat(model.updatedProperty().get().text()).isEqualTo("Updated 12 s ago");
        assertThat(model.updatedProperty().get().freshness()).isEqualTo(Freshness.ON_TIME);
    }

    @Test
    void pauseIsToldToTheWatch() {
        model.togglePause();

        assertThat(watch.paused()).isTrue();
        assertThat(model.nextProperty().get()).isEqualTo("Paused");
    }

    @Test
    void pausedSaysSoBesideTheAgeAndPromisesNoRhythm() {
        model.togglePause();
        assertThat(model.updatedProperty().get().text()).isEqualTo("Paused, updated 12 s ago");
        assertThat(model.everyProperty().get()).isEmpty();

        model.togglePause();
        assertThat(model.updatedProperty().get().text()).isEqualTo("Updated 12 s ago");
        assertThat(model.everyProperty().get()).isEqualTo("every 1 min");
    }

    @Test
    void aPauseFromElsewhereIsSeenAtTheNextTick() {
        watch.pause(true);
        model.tick(Snapshots.NOW.plusSeconds(1));

        assertThat(model.updatedProperty().get().text()).startsWith("Paused");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldUntilOneIsOrForAMinute() {
        var failed = new Saved(Path.of("folder", "chart.png"), Optional.of(Phrase.of("ui.unsaved.denied")));
        model.saved(failed, Snapshots.NOW);
        model.show(Snapshots.moment(), Snapshots.NOW.plusSeconds(30));

        assertThat(unsaved()).singleElement().satisfies(banner -> {
            assertThat(banner.title()).isEqualTo("Not saved");
            assertThat(banner.text()).isEqualTo("chart.png: no permission to write there. Choose another place.");
            assertThat(banner.detail()).isEqualTo(Path.of("folder", "chart.png").toString());
        });
        model.tick(Snapshots.NOW.plusSeconds(60));
        assertThat(unsaved()).isEmpty();

        model.saved(failed, Snapshots.NOW.plusSeconds(70));
        model.saved(new Saved(Path.of("chart.png"), Optional.empty()), Snapshots.NOW.plusSeconds(80));
        assertThat(unsaved()).isEmpty();
        assertThat(model.toldProperty().get()).isEqualTo("Saved chart.png");
    }

    @Test
    void aChoiceThatTheSettingsDidNotTakeIsToldUntilTheFileIsWhole() {
        Path file = Path.of("folder", "settings.yaml");
        model.tellSettings(List.of(new FileProblem(file.toString(), 1, 8, "'theme' cannot be 'purple'.", "")));
        model.saved(Saved.choice(file), Snapshots.NOW);

        assertThat(unsaved()).singleElement().extracting(Banner::text).isEqualTo("What was chosen is not kept: "
                + "settings.yaml has mistakes. Mend them, or remove the file.");

        model.tellSettings(List.of());
        assertThat(unsaved()).isEmpty();

        model.saved(Saved.choice(file), Snapshots.NOW);
        assertThat(unsaved()).singleElement().extracting(Banner::text).isEqualTo("What was chosen is not kept: "
                + "settings.yaml could not be written.");
    }

    private List<Banner> unsaved() {
        return model.banners().stream().filter(banner -> banner.kind() == Banner.Kind.UNSAVED).toList();
    }

    @Test
    void whatIsCopiedIsToldForAFewSeconds() {
        model.copied("arn:aws:ecs:x", Snapshots.NOW);
        model.tick(Snapshots.NOW.plusSeconds(4));
        assertThat(model.toldProperty().get()).isEqualTo("Copied arn:aws:ecs:x");

        model.tick(Snapshots.NOW.plusSeconds(5));
        assertThat(model.toldProperty().get()).isEmpty();
    }

    @Test
    void aCopiedPolicyIsToldByItsLines() {
        model.copied("{\n  \"Effect\": \"Allow\"\n}\n", Snapshots.NOW);

        assertThat(model.toldProperty().get()).isEqualTo("Copied 3 lines");
    }

    @Test
    void listsStacksWorstFirstWithinTheScope() {
        assertThat(model.stacks()).extracting(RailEntry::name).startsWith("Sesami", "Tiketi");

        model.limitTo(new Scope(Optional.of(Environment.DEVELOPMENT)));

        assertThat(model.stacks()).extracting(entry -> entry.id().value()).containsExactly("codemate-dev");
    }

    @Test
    void saysThatItIsTheSandboxAndWhatIsWrongWithStackFiles() {
        model.show(Snapshots.sandbox(), Snapshots.NOW);

        assertThat(model.banners()).extracting(Banner::kind)
                .containsExactly(Banner.Kind.PROBLEMS, Banner.Kind.SANDBOX);
        assertThat(model.banners().getLast().text()).contains("/home/me/stacks");
        assertThat(model.banners().getFirst().text()).contains("shop.yaml:12:5").contains("Did you mean");
    }

    @Test
    void thatTheLastGoodVersionOfAWrongFileIsInUseIsTold() {
        model.show(Snapshots.wrong(new FileProblem("/stacks/tiketi-prod.yaml", 3, 1, "Unknown key 'nmae'.", "")
                .whileCovered()), Snapshots.NOW);

        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.PROBLEMS).singleElement()
                .satisfies(banner -> assertThat(banner.text()).isEqualTo("/stacks/tiketi-prod.yaml:3:1: "
                        + "Unknown key 'nmae'. Its last good version is in use."));
    }

    @Test
    void aWrongSettingsFileIsToldUntilItIsRight() {
        model.tellSettings(List.of(new FileProblem("/home/me/settings.yaml", 1, 8, "'theme' cannot be 'drak'.",
                "Did you mean 'dark'?")));

        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.SETTINGS).singleElement()
                .satisfies(banner -> assertThat(banner.text()).contains("settings.yaml:1:8").contains("'dark'"));

        model.tellSettings(List.of(new FileProblem("/home/me/settings.yaml", 1, 8, "'theme' cannot be 'drak'.", ""),
                new FileProblem("/home/me/settings.yaml", 2, 1, "Unknown key 'capp'.", "")));
        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.SETTINGS).singleElement()
                .satisfies(banner -> {
                    assertThat(banner.title()).isEqualTo("2 problems in settings.yaml");
                    assertThat(banner.text().lines()).as("each of them").hasSize(2);
                    assertThat(banner.text()).contains("'theme' cannot be 'drak'.", "Unknown key 'capp'.");
                });

        model.tellSettings(IntStream.rangeClosed(1, 5)
                .mapToObj(line -> new FileProblem("/home/me/settings.yaml", line, 1, "Unknown key.", "")).toList());
        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.SETTINGS).singleElement()
                .satisfies(banner -> {
                    assertThat(banner.text()).as("more than there is room for")
                            .contains("settings.yaml:1:1", "and 4 more: Settings shows all");
                    assertThat(banner.text().lines()).hasSize(2);
                    assertThat(banner.detail().lines()).hasSize(5);
                });

        model.tellSettings(List.of());
        assertThat(model.banners()).noneMatch(banner -> banner.kind() == Banner.Kind.SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    NONE    |
                    COST    | API spend $1.70 of $2.00 this month: costs are no longer asked for. To go on, raise cap in settings.yaml.
                    METRICS | API spend $1.70 of $2.00 this month: metrics are read less often, costs not at all. To go on, raise cap in settings.yaml.
                    ALL     | API spend $1.70 of $2.00 this month: nothing that costs is asked. To go on, raise cap in settings.yaml.
                    """)
    void whatIsDoneWithoutNearTheCapIsSaid(Saving saving, String text) {
        model.show(MeterMoments.saving(saving), Snapshots.NOW);

        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.SAVING).extracting(Banner::text)
                .isEqualTo(Optional.ofNullable(text).stream().toList());
        assertThat(model.banners()).filteredOn(banner -> banner.kind() == Banner.Kind.SAVING)
                .allSatisfy(banner -> assertThat(banner.offer())
                        .contains(new Banner.Go("Settings...", Place.of(Screen.SETTINGS))));
    }

    @Test
    void anExpiredSignInIsOneBannerWithTheCommand() {
        model.show(Snapshots.of(List.of(Snapshots.expiredTiketi(), Snapshots.expiredTiketi())), Snapshots.NOW);

        assertThat(model.banners()).singleElement().satisfies(banner -> {
            assertThat(banner.kind()).isEqualTo(Banner.Kind.EXPIRED);
            assertThat(banner.offer()).get().isInstanceOfSatisfying(Banner.Copy.class,
                    copy -> assertThat(copy.text()).isEqualTo("aws sso login --profile default"));
            assertThat(banner.text())
                    .isEqualTo("Run aws sso login --profile default to sign in. Until then nothing new "
                            + "is read of Tiketi.");
        });
    }

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("default", "device");

    private static SignInState doors(Optional<Door.Sso> sso, Optional<Door.Mfa> mfa) {
        return new SignInState(List.of(new Profile("default", Profile.Kind.SSO, Optional.empty(), sso, mfa)),
                Optional.empty(), Map.of(), false, Optional.empty());
    }

    @Test
    void whereTheDoorIsKnownOneBannerLeadsThereForAllThatIsBehindIt() {
        model.show(Snapshots.of(List.of(Snapshots.expiredTiketi(), Snapshots.expiredTiketi())), Snapshots.NOW);
        model.tell(doors(Optional.of(COMPANY), Optional.of(CAREFUL)));

        assertThat(model.banners()).singleElement().satisfies(banner -> {
            assertThat(banner.title()).isEqualTo("Signed out of company");
            assertThat(banner.details()).as("once, of two that say the same").startsWith("What: ")
                    .containsOnlyOnce("Stack: Tiketi").contains("Kind: expired");
            assertThat(banner.text()).isEqualTo("Until somebody signs in, nothing new is read of Tiketi.");
            assertThat(banner.offer()).hasValue(new Banner.Enter("Sign in", COMPANY));
        });
    }

    @Test
    void aStackThatNamesNoProfileIsEnteredAtTheDoorOfAwsProfile() {
        model.show(Snapshots.of(List.of(Snapshots.expiredTiketi())), Snapshots.NOW);
        model.tell(new SignInState(List.of(new Profile("work", Profile.Kind.SSO, Optional.empty(),
                Optional.of(COMPANY), Optional.empty())), Optional.empty(), Map.of(), false, Optional.empty(), "work",
                true));

        assertThat(model.banners()).extracting(Banner::offer)
                .containsExactly(Optional.of(new Banner.Enter("Sign in", COMPANY)));
        assertThat(model.banners().getFirst().detail()).startsWith("Profiles: work");
    }

    @Test
    void aRoleThatWantsACodeAsksForItBesideTheSessionThatIsSignedOut() {
        model.show(Snapshots.of(List.of(Snapshots.expiredTiketi(),
                Snapshots.tiketiWithoutCredentials("failure.aws.mfa"))), Snapshots.NOW);
        model.tell(doors(Optional.of(COMPANY), Optional.of(CAREFUL)));

        assertThat(model.banners()).extracting(Banner::offer).containsExactly(
                Optional.of(new Banner.Enter("Sign in", COMPANY)),
                Optional.of(new Banner.Enter("Enter code", CAREFUL)));
    }

    @Test
    void nobodyIsSentToSignInWithKeys() {
        model.show(Snapshots.of(List.of(Snapshots.expiredTiketi())), Snapshots.NOW);
        model.tell(doors(Optional.empty(), Optional.empty()));

        assertThat(model.banners()).singleElement().satisfies(banner -> {
            assertThat(banner.title()).isEqualTo("No valid credentials");
            assertThat(banner.offer()).isEmpty();
        });
    }

    @Test
    void aWrongClockIsNotToldToSignIn() {
        model.show(Snapshots.of(List.of(Snapshots.tiketiWithoutCredentials("failure.aws.clock"))), Snapshots.NOW);

        assertThat(model.banners()).singleElement().satisfies(banner -> {
            assertThat(banner.title()).isEqualTo("No valid credentials");
            assertThat(banner.text()).startsWith("This computer's clock differs from that of AWS: set it right");
            assertThat(banner.offer()).isEmpty();
        });
    }

    private static Change raised(StackSnapshot stack) {
        Condition condition = stack.verdict().open().getFirst();
        Finding finding = Finding.of(condition);
        return new Change(Snapshots.NOW, Change.What.RAISED, true, new Occurrence(new UUID(1, 1),
                AlarmKey.of(stack.file().id(), condition), Snapshots.NOW, finding, finding.severity(),
                finding.value(), new Status.Open(Snapshots.NOW, Snapshots.NOW), Optional.empty()));
    }

    private Optional<AlarmNotice> notice() {
        return model.unseen().noticeProperty().get();
    }

    @Test
    void anAlarmIsToldUntilItIsNotOpenAnyMore() {
        WatchSnapshot moment = Snapshots.moment();
        StackSnapshot sesami = moment.stacks().getFirst();
        Change raised = raised(sesami);
        WatchSnapshot open = Snapshots.with(moment, sesami, List.of(raised.after()));
        model.show(open, Snapshots.NOW);

        assertThat(model.tell(List.of(raised), Notices.none(), Snapshots.NOW)).isPresent();
        assertThat(notice()).get().extracting(AlarmNotice::title).isEqualTo("Sesami PROD: Critical");

        model.show(open, Snapshots.NOW.plusSeconds(10));
        assertThat(notice()).isPresent();
        model.show(moment, Snapshots.NOW.plusSeconds(20));
        assertThat(notice()).isEmpty();
    }

    @Test
    void whatIsToldOfAlarmsGoesAfterHalfAMinuteInWhichNobodyWasAtIt() {
        Change raised = raised(Snapshots.moment().stacks().getFirst());
        var near = new AtomicBoolean(true);
        model.unseen().heldWhile(near::get);
        model.tell(List.of(raised), Notices.none(), Snapshots.NOW);

        model.tick(Snapshots.NOW.plusSeconds(60));
        assertThat(notice()).as("somebody is at it").isPresent();
        near.set(false);
        model.tick(Snapshots.NOW.plusSeconds(89));
        assertThat(notice()).isPresent();
        int open = model.openAlarmsProperty().get();
        model.tick(Snapshots.NOW.plusSeconds(90));
        assertThat(notice()).isEmpty();
        assertThat(model.openAlarmsProperty().get()).as("the rail counts it all the same").isEqualTo(open)
                .isPositive();

        model.tell(List.of(raised), Notices.none(), Snapshots.NOW.plusSeconds(100));
        assertThat(notice()).as("the next is told").isPresent();
    }

    @Test
    void whoGoesToTheAlarmsHasSeenThemAndIsNotToldThere() {
        Change raised = raised(Snapshots.moment().stacks().getFirst());
        model.tell(List.of(raised), Notices.none(), Snapshots.NOW);

        model.unseen().at(Screen.ALARMS);
        assertThat(notice()).isEmpty();
        assertThat(model.tell(List.of(raised), Notices.none(), Snapshots.NOW)).as("beside the window").isPresent();
        assertThat(notice()).isEmpty();

        model.unseen().at(Screen.QUEUES);
        model.tell(List.of(raised), Notices.none(), Snapshots.NOW);
        assertThat(notice()).isPresent();
    }

    @Test
    void theOthersAreStillToldWhereOneIsTakenUp() {
        WatchSnapshot moment = Snapshots.moment();
        StackSnapshot sesami = moment.stacks().getFirst();
        Change first = raised(sesami);
        Change second = with(first, new UUID(2, 2));
        model.show(Snapshots.with(moment, sesami, List.of(first.after(), second.after())), Snapshots.NOW);
        model.tell(List.of(first, second), Notices.none(), Snapshots.NOW);
        assertThat(notice()).isPresent();

        Occurrence one = first.after();
        var taken = new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(), one.worstValue(),
                new Status.Acknowledged(new Word("mina", Snapshots.NOW, Optional.empty(), "", one.worst())),
                Optional.empty());
        model.show(Snapshots.with(moment, sesami, List.of(taken, second.after())), Snapshots.NOW);

        assertThat(notice()).get().extracting(AlarmNotice::alarms).isEqualTo(List.of(second.after().id()));
    }

    @Test
    void aPointerThatMovesNearGivesItTimeOnceAndOneThatRestsNone() {
        model.tell(List.of(raised(Snapshots.moment().stacks().getFirst())), Notices.none(), Snapshots.NOW);

        model.unseen().touch();
        model.tick(Snapshots.NOW.plusSeconds(20));
        model.tick(Snapshots.NOW.plusSeconds(49));
        assertThat(notice()).isPresent();
        model.tick(Snapshots.NOW.plusSeconds(50));
        assertThat(notice()).isEmpty();
    }

    @Test
    void whoHasSeenItIsNotToldOfItAgain() {
        model.tell(List.of(raised(Snapshots.moment().stacks().getFirst())), Notices.none(), Snapshots.NOW);

        model.unseen().dismiss();

        assertThat(notice()).isEmpty();
    }

    @Test
    void whatWasNotSeenYetIsToldWithWhatCame() {
        WatchSnapshot moment = Snapshots.moment();
        Change first = raised(moment.stacks().get(2));
        Change second = raised(moment.stacks().getFirst());
        var other = new Change(second.at(), second.what(), true, new Occurrence(new UUID(2, 2), second.after().key(),
                second.after().raised(), second.after().now(), second.after().worst(), second.after().worstValue(),
                second.after().status(), Optional.empty()));

        model.tell(List.of(first), Notices.none(), Snapshots.NOW);
        Optional<AlarmNotice> told = model.tell(List.of(other), Notices.none(), Snapshots.NOW);

        assertThat(told.orElseThrow().alarms()).containsExactly(other.after().id());
        assertThat(notice()).get().extracting(AlarmNotice::title).isEqualTo(
                model.openAlarmsProperty().get() + " alarms need someone, the worst Critical");
    }

    /// After a restart what is open is judged bit by bit: what was told is only a part of what needs someone.
    @Test
    void theBannerCountsWhatTheRailCounts() {
        WatchSnapshot moment = Snapshots.moment();
        Change first = raised(moment.stacks().get(2));
        Change second = raised(moment.stacks().getFirst());
        model.tell(List.of(first, with(second, new UUID(2, 2))), Notices.none(), Snapshots.NOW);

        assertThat(model.openAlarmsProperty().get()).isGreaterThan(2);
        assertThat(notice()).get().extracting(AlarmNotice::title).asString()
                .startsWith(model.openAlarmsProperty().get() + " alarms need someone");
    }

    private static Change with(Change one, UUID id) {
        Occurrence of = one.after();
        return new Change(one.at(), one.what(), true, new Occurrence(id, of.key(), of.raised(), of.now(), of.worst(),
                of.worstValue(), of.status(), Optional.empty()));
    }
}
