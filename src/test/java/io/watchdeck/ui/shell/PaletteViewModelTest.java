package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.PaletteSearch.Concern;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteViewModelTest {

    private static final StackId TIKETI = new StackId("tiketi-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final Concern NOTHING = new Concern(Optional.empty(), Optional.empty());
    private static final int MANY = 2000;

    private final FakeOperationDesk desk = new FakeOperationDesk(Snapshots.tiketi(), Snapshots.NOW);
    private final Operating operating = new Operating(Runnable::run);
    private final Recent recent = new Recent();
    private PaletteViewModel model = model(Locale.ENGLISH);

    @BeforeEach
    void open() {
        for (StackSnapshot stack : Snapshots.moment().stacks()) {
            desk.lock(stack.file().id(), stack.file().environment() == Environment.PRODUCTION
                    ? new LockState.Locked() : new LockState.Free());
        }
        operating.begin(desk);
        model.open(Snapshots.moment().stacks(), NOTHING);
    }

    private PaletteViewModel model(Locale language) {
        return new PaletteViewModel(new Words(language, Snapshots.ZONE), EnumSet.allOf(Screen.class), operating,
                recent);
    }

    @Test
    void findsStacksBeforeTheirServices() {
        assertThat(find("codemate")).startsWith("CodeMate", "CodeMate").contains("codemate-frontend-service");
        assertThat(model.rows().getFirst().deed()).isInstanceOf(Deed.Go.class);
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(find("push bowwow")).first().isEqualTo("bowwow-push-service");
        assertThat(find("push bowwow nowhere")).isEmpty();
        assertThat(model.spoken()).isEqualTo("Nothing has all these words");
        assertThat(model.choose()).isEmpty();
    }

    /// As the table of confirmations says: what only needs a click in development asks nothing more here.
    @Test
    void whatIsDoneWithoutADialogSaysSo() {
        operating.stacks(Snapshots.moment().stacks());
        find("stop task codemate dev");
        assertThat(model.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.atOnce()).isEqualTo("at once");
            assertThat(row.spoken()).contains("at once");
        });

        for (String asked : List.of("scale codemate dev", "deploy codemate dev", "stop task tiketi")) {
            find(asked);
            assertThat(model.rows()).as(asked).isNotEmpty()
                    .allSatisfy(row -> assertThat(row.atOnce()).isEmpty());
        }
    }

    @Test
    void theDetailsOfWhatFailedAreCopiedByBannerAndByStack() {
        var banner = new Banner(Banner.Kind.EXPIRED, Tone.WARNING, "Signed out of company", "", "", List.of(),
                "What: expired");
        var palette = new PaletteViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), EnumSet.allOf(Screen.class),
                operating, new Recent(), List.of(banner));
        palette.open(List.of(Snapshots.expiredTiketi()), new PaletteSearch.Concern(Optional.empty(), Optional.empty()));

        palette.type("copy details company");
        assertThat(palette.choose()).contains(new Deed.CopyDetails("What: expired"));
        palette.type("copy details tiketi");
        assertThat(palette.choose()).get().isInstanceOfSatisfying(Deed.CopyDetails.class,
                deed -> assertThat(deed.text()).contains("Stack: Tiketi").contains("Kind: expired"));
    }

    @Test
    void theSupportBundleIsFoundByWhatPeopleCallIt() {
        for (String typed : List.of("support bundle", "bug report", "diagnostics")) {
            find(typed);
            assertThat(chosen()).as(typed).isEqualTo(new Deed.Order(Command.SUPPORT));
        }
    }

    @ParameterizedTest
    @CsvSource({"sign, SIGNIN", "enter code, SIGNIN", "로그인, SIGNIN", "코드 입력, SIGNIN", "quiet, NOTICES",
            "방해 금지, NOTICES", "quit, QUIT", "끝내기, QUIT"})
    void whatTheWindowCanDoIsFoundByWhatPeopleCallIt(String typed, Command command) {
        find(typed);

        assertThat(chosen()).isEqualTo(new Deed.Order(command));
    }

    @ParameterizedTest
    @CsvSource({"quit", "exit", "close window", "끝내기", "종료"})
    void theWindowIsClosedByWhatPeopleCallIt(String typed) {
        find(typed);

        assertThat(model.rows()).anyMatch(row -> row.deed() instanceof Deed.Order(Command command)
                && command.word().equals("quit") && row.shortcut().equals("Ctrl+Q"));
    }

    @Test
    void aWordThatPeopleTypeForOtherThingsDoesNotCloseTheWindow() {
        find("end");

        assertThat(model.rows()).noneMatch(row -> new Deed.Order(Command.QUIT).equals(row.deed()));
    }

    @Test
    void twoLettersInTheWrongOrderFindWhatWasMeant() {
        List<String> meant = find("scale push");
        assertThat(find("sclae push")).isNotEmpty().first().isEqualTo(meant.getFirst());
        assertThat(find("sclae psuh")).as("a slip in each word").isEqualTo(find("sclae push"));
        assertThat(find("psuh")).as("names alone").isNotEmpty();
        assertThat(find("psuhh")).isEmpty();
        assertThat(find("reifnesh")).as("one slip, not two").isEmpty();
        assertThat(find("refrehs")).isNotEmpty();
    }

    @Test
    void findsScreensWithTheirKeysInBothLanguages() {
        assertThat(find("over")).first().isEqualTo("Overview");
        assertThat(model.rows().getFirst().shortcut()).isEqualTo("Ctrl+1");
        assertThat(chosen()).isEqualTo(new Deed.Go(Place.of(Screen.OVERVIEW)));
        assertThat(find("개요")).first().isEqualTo("Overview");
    }

    @Test
    void findsComponentsOfEveryKindByTheirNamesAndAwsWords() {
        for (String typed : List.of("rds tiketi", "elasticache tiketi", "alb tiketi", "dlq sesami", "job queue sesami",
                "codepipeline codemate", "sqs sesami", "eventbridge sesami", "ecs tiketi")) {
            assertThat(find(typed)).as(typed).isNotEmpty();
            assertThat(model.rows().getFirst().deed()).as(typed).isInstanceOf(Deed.Go.class);
        }
        assertThat(find("dlq sesami")).startsWith("sesami-analysis-jobs-dlq");
        assertThat(chosen()).isEqualTo(new Deed.Go(new Place(Screen.QUEUES, Optional.of(SESAMI),
                Optional.of("sesami-analysis-jobs"), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"deploy tiketi-prod backend | FORCE_DEPLOYMENT",
            "force new deployment tiketi | FORCE_DEPLOYMENT", "restart tiketi backend | FORCE_DEPLOYMENT",
            "scale tiketi | SCALE", "desired count tiketi | SCALE", "roll back tiketi | ROLL_BACK",
            "rollback tiketi | ROLL_BACK", "capacity provider tiketi | SPOT_WEIGHT", "spot weight tiketi | SPOT_WEIGHT",
            "stop task tiketi | STOP_TASK", "redrive sesami | REDRIVE", "start-message-move-task | REDRIVE",
            "purge sesami | PURGE", "resubmit | RESUBMIT", "submit-job sesami | RESUBMIT",
            "배포 tiketi | FORCE_DEPLOYMENT",
            "재배포 tiketi | FORCE_DEPLOYMENT", "ㅂㅍ tiketi | FORCE_DEPLOYMENT", "롤백 tiketi | ROLL_BACK",
            "스팟 tiketi | SPOT_WEIGHT", "재처리 | REDRIVE", "비우기 | PURGE", "태스크 수 tiketi | SCALE"})
    void findsOperationsByTheirWordsInBothLanguages(String typed, Operation.Kind kind) {
        find(typed);

        assertThat(chosen()).isInstanceOfSatisfying(Deed.Change.class, change -> {
            assertThat(change.wish().kind()).isEqualTo(kind);
            assertThat(change.wish().stack().value()).isIn("tiketi-prod", "sesami-prod");
        });
    }

    @Test
    void updateServiceFindsAllThatIsOne() {
        find("update-service tiketi");

        assertThat(model.rows()).extracting(PaletteRow::deed).filteredOn(Deed.Change.class::isInstance)
                .extracting(deed -> ((Deed.Change) deed).wish().kind()).contains(Operation.Kind.SCALE,
                        Operation.Kind.FORCE_DEPLOYMENT, Operation.Kind.ROLL_BACK, Operation.Kind.SPOT_WEIGHT);
    }

    @Test
    void aDeploymentIsStoppedOnlyWhereOneIsUnderWay() {
        find("stop deployment");

        assertThat(model.rows()).extracting(PaletteRow::deed).filteredOn(Deed.Change.class::isInstance)
                .extracting(deed -> ((Deed.Change) deed).wish()).filteredOn(Operation.StopDeployment.class::isInstance)
                .isNotEmpty().allSatisfy(wish -> assertThat(Snapshots.moment().stacks().stream()
                        .filter(stack -> stack.file().id().equals(wish.stack()))
                        .flatMap(stack -> ServiceWishes.of(stack, wish.target()).stream()))
                        .allMatch(ServiceWishes::isDeploying));
    }

    @Test
    void anOperationSaysWhatItWouldBeginWith() {
        find("scale tiketi-backend");

        assertThat(chosen()).isInstanceOfSatisfying(Deed.Change.class,
                change -> assertThat(((Operation.Scale) change.wish()).desired()).isEqualTo(OptionalInt.of(5)));
        assertThat(model.rows().getFirst().shortcut()).isEqualTo("S");
    }

    @Test
    void theNameOfAComponentOffersWhatCanBeDoneWithItAfterAllElse() {
        List<String> found = find("tiketi-backend-service");

        assertThat(found).startsWith("tiketi-backend-service").contains("Scale tiketi-backend-service",
                "Deploy tiketi-backend-service anew", "Roll back tiketi-backend-service");
    }

    @Test
    void changesCarryAPadlockWhileTheirStackIsLocked() {
        find("scale tiketi");
        assertThat(model.rows().getFirst().locked()).isEqualTo("locked");
        assertThat(model.rows().getFirst().spoken())
                .isEqualTo("Scale tiketi-backend-service, Tiketi · service, PROD, locked, S");

        desk.unlock(TIKETI);
        model.refresh(Snapshots.moment().stacks());
        assertThat(model.rows().getFirst().locked()).isEmpty();

        desk.lock(TIKETI, new LockState.ReadOnly(false));
        model.refresh(Snapshots.moment().stacks());
        assertThat(model.rows().getFirst().locked()).isEqualTo("read-only");
    }

    @Test
    void nothingThatOnlyLooksCarriesAPadlock() {
        find("tiketi");

        assertThat(model.rows()).filteredOn(row -> !(row.deed() instanceof Deed.Change)).isNotEmpty()
                .allMatch(row -> row.locked().isEmpty());
    }

    @Test
    void aStackIsUnlockedAndLockedByItsName() {
        assertThat(find("unlock tiketi")).first().isEqualTo("Unlock Tiketi for 15 min");
        assertThat(chosen()).isEqualTo(new Deed.Lock(TIKETI));

        desk.unlock(TIKETI);
        model.refresh(Snapshots.moment().stacks());
        assertThat(find("잠금 tiketi")).first().isEqualTo("Lock Tiketi");
        assertThat(find("unlock codemate dev")).noneMatch(name -> name.startsWith("Unlock"));
    }

    @Test
    void withoutADeskNothingThatChangesIsOffered() {
        operating.close();
        model.open(Snapshots.moment().stacks(), NOTHING);
        find("tiketi");

        assertThat(model.rows()).isNotEmpty().noneMatch(row -> row.deed() instanceof Deed.Change
                || row.deed() instanceof Deed.Lock);
        assertThat(find("scale tiketi")).isEmpty();
    }

    @Test
    void commandsHaveTheirKeysAndAliases() {
        assertThat(find("reload")).first().isEqualTo("Read everything now");
        assertThat(model.rows().getFirst().shortcut()).isEqualTo("F5");
        assertThat(chosen()).isEqualTo(new Deed.Order(Command.REFRESH));
        find("다크");
        assertThat(chosen()).isEqualTo(new Deed.Order(Command.THEME));
        find("한국어");
        assertThat(chosen()).isEqualTo(new Deed.Order(Command.LANGUAGE));
    }

    @Test
    void prefersWhatBeginsWithItAndThenTheWorst() {
        find("service");
        List<Severity> worst = model.rows().stream().filter(row -> row.deed() instanceof Deed.Go)
                .filter(row -> row.id().startsWith("SERVICE")).map(row -> row.severity().orElse(Severity.FINE))
                .toList();

        assertThat(worst).hasSizeGreaterThan(5).isSortedAccordingTo((a, b) -> b.compareTo(a))
                .contains(Severity.WARNING, Severity.FINE);
    }

    @Test
    void ofEqualOperationsThoseOnWhatOneLooksAtComeFirst() {
        model.open(Snapshots.moment().stacks(),
                new Concern(Optional.of(new StackId("bowwow-prod")), Optional.of("bowwow-push-service")));

        assertThat(find("scale")).first().isEqualTo("Scale bowwow-push-service");
    }

    @Test
    void whileNothingIsTypedWhatWasUsedIsOnTopThenWhatOneLooksAt() {
        find("redrive sesami");
        Deed redrive = chosen();
        model.open(Snapshots.moment().stacks(),
                new Concern(Optional.of(TIKETI), Optional.of("tiketi-backend-service")));

        assertThat(model.rows().getFirst().deed()).isEqualTo(redrive);
        assertThat(names()).startsWith("Redrive sesami-analysis-jobs-dlq", "Scale tiketi-backend-service",
                "Deploy tiketi-backend-service anew").contains("Sesami", "Overview", "Read everything now");
        assertThat(model.countProperty().get()).isEmpty();
    }

    @Test
    void whatWasUsedStaysUsedInAnotherLanguage() {
        find("redrive sesami");
        chosen();
        model = model(Locale.KOREAN);
        model.open(Snapshots.moment().stacks(), NOTHING);

        assertThat(names()).first().isEqualTo("sesami-analysis-jobs-dlq 재처리");
    }

    @Test
    void koreanFindsWithEnglishWordsToo() {
        model = model(Locale.KOREAN);
        model.open(Snapshots.moment().stacks(), NOTHING);

        assertThat(find("scale tiketi")).first().isEqualTo("tiketi-backend-service 태스크 수 조정");
        assertThat(find("overview")).first().isEqualTo("개요");
    }

    @Test
    void theSelectionWrapsAndPagesStopAtTheEnds() {
        find("service");
        int last = model.rows().size() - 1;

        model.move(-1);
        assertThat(selected()).isEqualTo(last);
        model.move(1);
        assertThat(selected()).isZero();
        model.page(1);
        assertThat(selected()).isEqualTo(Math.min(last, PaletteViewModel.SEEN - 1));
        model.page(9);
        assertThat(selected()).isEqualTo(last);
        model.page(-9);
        assertThat(selected()).isZero();
    }

    @Test
    void aRefreshMovesNeitherTheRowsNorTheSelection() {
        find("service");
        model.move(3);
        List<String> before = names();
        String chosen = model.rows().get(selected()).id();

        List<StackSnapshot> other = new ArrayList<>(Snapshots.moment().stacks().reversed());
        other.removeIf(stack -> stack.file().id().equals(TIKETI));
        model.refresh(other);

        assertThat(names()).isEqualTo(before);
        assertThat(model.rows().get(selected()).id()).isEqualTo(chosen);
        find("tiketi");
        assertThat(model.rows())
                .noneMatch(row -> row.where().stream().anyMatch(part -> part.text().contains("Tiketi")));
    }

    @Test
    void saysWhereOneIsAndHowManyWereFound() {
        find("resubmit");
        assertThat(model.countProperty().get()).endsWith("found");
        assertThat(model.spoken()).startsWith("Resubmit failed jobs of").endsWith("1 of " + model.rows().size());
    }

    @Test
    void marksWhatWasTyped() {
        find("back tiketi");

        PaletteRow row = model.rows().stream().filter(one -> one.id().endsWith("tiketi-backend-service")).findFirst()
                .orElseThrow();
        assertThat(row.name()).extracting(PaletteRow.Part::text).containsExactly("tiketi", "-", "back", "end-service");
        assertThat(row.name()).extracting(PaletteRow.Part::typed).containsExactly(true, false, true, false);
    }

    @Test
    void aKeyCostsOneComparisonForEachNameAndWordHoweverMuchCanBeDone() {
        model.open(List.of(many()), NOTHING);
        long before = model.compared();
        assertThat(find("deploy svc-01999")).first().isEqualTo("Deploy svc-01999 anew");
        long one = model.compared() - before;

        assertThat(one).isGreaterThan(2L * MANY).isLessThan(2L * (MANY + 400));
        assertThat(find("s")).hasSize(PaletteViewModel.MOST);
        assertThat(model.countProperty().get()).startsWith("Best 60 of ");
    }

    @Test
    void howMuchIsTypedBoundsTheWork() {
        model.open(List.of(many()), NOTHING);
        long before = model.compared();
        find("svc ".repeat(500));

        assertThat(model.compared() - before).isLessThan(9L * (MANY + 400));
    }

    private static StackSnapshot many() {
        StackSnapshot base = Snapshots.tiketi();
        StackSnapshot.Service first = base.services().getFirst();
        List<StackSnapshot.Service> services = new ArrayList<>();
        for (int at = 0; at < MANY; at++) {
            ServiceSpec spec = first.spec();
            services.add(new StackSnapshot.Service(
                    new ServiceSpec("svc-%05d".formatted(at), spec.desired(), spec.scaling(), spec.poolPerTask(),
                            spec.spotWeight(),
                            spec.size()),
                    first.state(), first.tasks(), first.scaling(), first.cpu(), first.memory()));
        }
        return new StackSnapshot(base.file(), base.asOf(), base.identity(), services, base.loadBalancers(),
                base.databases(), base.caches(), base.queues(), base.batchQueues(), base.pipes(), base.pipelines(),
                base.cost(), base.budgets(), base.alarms(), base.conditions(), base.verdict(), base.gaps(),
                base.occurrences());
    }

    private List<String> find(String typed) {
        model.type(typed);
        return names();
    }

    private List<String> names() {
        return model.rows().stream().map(row -> PaletteRow.text(row.name())).toList();
    }

    private int selected() {
        return model.selectedProperty().get();
    }

    private Deed chosen() {
        return model.choose().orElseThrow();
    }
}
