package io.watchdeck.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.delivery.PipelineState.Stage;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2DatabaseEventStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.watch.Topics;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final String PLACE = "eu-west-1 - - -";
    private static final ServiceKey API = new ServiceKey("shop", "api");
    private static final StackFile SHOP = StackFiles.reader().read("shop.yaml", """
            stack: Shop
            environment: production
            region: eu-west-1
            cluster: shop
            services: [{name: api, desired: 2}]
            databases: [{id: db, engine: postgres}]
            pipelines: [deploy]
            """).stack().orElseThrow();
    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private static final TimeRange DAY = new TimeRange(NOON.minus(Duration.ofHours(12)),
            NOON.plus(Duration.ofHours(12)));

    private final MutableClock clock = new MutableClock(NOON);
    private final Database database = Database.temporary(clock);
    private final H2FleetEventStore fleet = new H2FleetEventStore(database);
    private final H2OccurrenceStore occurrences = new H2OccurrenceStore(database);
    private final H2AnswerStore answers = new H2AnswerStore(database);
    private final H2DatabaseEventStore databaseEvents = new H2DatabaseEventStore(database);
    private final EventStores stores =
            new EventStores(() -> fleet, () -> occurrences, () -> new H2JournalStore(database), () -> answers,
                    () -> databaseEvents);

    EventsTest() {
        tell(at(-300), true, new Told<>(Topics.files(PLACE), SHOP.id(), at(-300), Reading.known(SHOP, at(-300))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private void tell(Instant until, boolean whole, Told<?, ?>... told) {
        answers.add(new Frame(PLACE, at(-300), whole ? until : at(-300), until, whole, List.of(told), List.of()));
    }

    private Events events() {
        return new Events(stores, MetricCatalogue.standard(), at(600));
    }

    private List<String> said() {
        return events().of(DAY, Set.of()).reversed().stream().map(one -> ENGLISH.say(one.says())).toList();
    }

    private static FleetEvent.Deployed deployed(String id, int minute, String state) {
        return new FleetEvent.Deployed(API, new Deployment(id, "PRIMARY", "arn:task-definition/api:" + minute, 2, 2, 0,
                0, state, "tasks failed to start", at(minute), at(minute + 5)));
    }

    private static FleetEvent.Stopped stopped(int minute, String code, String reason) {
        return new FleetEvent.Stopped(API, at(minute), StopCauseTest.task(code, reason, "FARGATE_SPOT",
                OptionalInt.of(1), ""));
    }

    /// One that the newest deployment started.
    private static TaskState young(String reason) {
        TaskState old = StopCauseTest.task("ServiceSchedulerInitiated", reason, "FARGATE", OptionalInt.of(0), "");
        return new TaskState(old.arn(), old.service(), old.taskDefinition(), old.lastStatus(), old.desiredStatus(),
                old.provider(), old.zone(), old.health(), Optional.of(at(4)), Optional.of(at(5)), Optional.empty(),
                Optional.of(at(10)), old.stopCode(), old.stoppedReason(), old.containers());
    }

    private static FleetEvent.Told told(String id, int minute, String message) {
        return new FleetEvent.Told(API, new ServiceEvent(id, at(minute), message));
    }

    @Test
    void whatServicesAndTasksTellStandsInOneOrder() {
        fleet.add(PLACE, List.of(deployed("ecs-svc/1", -60, "COMPLETED"), deployed("ecs-svc/2", 0, "FAILED"),
                stopped(1, "ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/1)"),
                stopped(2, "SpotInterruption", "Your Spot Task was interrupted."),
                new FleetEvent.Stopped(API, at(10), young("Scaling activity initiated by (deployment ecs-svc/2)")),
                told("e1", 3, "(service api) was unable to place a task because no capacity is available."),
                told("e2", 5, "(service api) (deployment ecs-svc/2) deployment failed: tasks failed to start."),
                told("e3", 6, "(service api) has reached a steady state."),
                new FleetEvent.Scaled(API, new ScalingActivity("s1", at(7), Optional.empty(), "Successful",
                        "Setting desired count to 4.", "alarm high", "", List.of()))));

        assertThat(said()).containsExactly("api: deployment of api:-60 began", "api: deployment of api:-60 is complete",
                "api: deployment of api:0 began", "api: a task gave way to a newer deployment",
                "api: Spot took a task back in eu-west-1a", "api: there was no capacity for a task",
                "api: deployment of api:0 failed", "api: has reached a steady state.",
                "api scaled: Setting desired count to 4.", "api: a task was scaled in");
        assertThat(events().of(DAY, Set.of())).extracting(TimelineEvent::kind).contains(Kind.INTERRUPTION,
                Kind.PLACEMENT, Kind.SCALING, Kind.ROLLOUT);
    }

    @Test
    void whatEcsSaidIsKeptWholeBehindTheSentenceThatNamesTheServiceOnce() {
        String steady = "(service api) has reached a steady state.";
        String unplaced = "(service api) was unable to place a task because no capacity is available.";
        fleet.add(PLACE, List.of(told("e1", 3, unplaced), told("e2", 4, steady)));

        assertThat(said()).containsExactly("api: there was no capacity for a task", "api: has reached a steady state.");
        assertThat(events().of(DAY, Set.of())).extracting(TimelineEvent::details).containsExactly(List.of(steady),
                List.of(unplaced));
    }

    @Test
    void aRolloutIsToldInTheDayInWhichItEndedAlsoWhereItBeganBefore() {
        fleet.add(PLACE, List.of(deployed("ecs-svc/1", -2, "COMPLETED")));

        assertThat(events().of(new TimeRange(NOON, at(60)), Set.of())).extracting(one -> ENGLISH.say(one.says()))
                .containsExactly("api: deployment of api:-2 is complete");
    }

    private static Change change(What what, int minute, Status status, Condition.Source source) {
        var finding = new Finding(Severity.WARNING, source, "api-high", Optional.of("service.cpu"),
                OptionalDouble.of(91), OptionalDouble.of(80), Optional.empty());
        return new Change(at(minute), what, true, new Occurrence(new UUID(0, 1),
                new AlarmKey(SHOP.id(), new ComponentId(ComponentKind.SERVICE, "api"), "service.cpu above"), NOON,
                finding, Severity.WARNING, OptionalDouble.of(91), status, Optional.empty()));
    }

    @Test
    void alarmsAndTheWordsOnThemAreTold() {
        var word = new Word("sora", at(2), Optional.of(at(32)), "looking", Severity.WARNING);
        occurrences.put(List.of(change(What.RAISED, 0, new Status.Open(NOON, NOON), Condition.Source.RULE),
                change(What.ACKNOWLEDGED, 2, new Status.Acknowledged(word), Condition.Source.RULE),
                change(What.NAGGED, 20, new Status.Open(NOON, at(20)), Condition.Source.RULE),
                change(What.WORD_ENDED, 32, new Status.Open(NOON, at(32)), Condition.Source.RULE),
                change(What.RESOLVED, 40, new Status.Resolved(at(40), Optional.empty()), Condition.Source.RULE)));

        assertThat(said()).containsExactly("api-high on api", "sora acknowledged api-high on api",
                "api-high on api: the time of the word on it is over, nobody has it", "api-high on api is back to OK");
        assertThat(events().of(DAY, Set.of()).get(2).details()).containsExactly("looking");
    }

    @Test
    void aRuleOfOursIsToldByItsNameAndKnownByItsId() {
        Change raised = change(What.RAISED, 0, new Status.Open(NOON, NOON), Condition.Source.RULE);
        Occurrence one = raised.after();
        var found = new Finding(Severity.WARNING, Condition.Source.RULE, "dead-letters-destroyed-now",
                Optional.of("queue.deadLetterHoursLeft"), OptionalDouble.of(9), OptionalDouble.of(24),
                Optional.empty());
        occurrences.put(List.of(new Change(raised.at(), What.RAISED, true, new Occurrence(one.id(), one.key(), NOON,
                found, Severity.WARNING, OptionalDouble.of(9), one.status(), Optional.empty()))));

        assertThat(said()).containsExactly("Dead letters about to be destroyed on api");
        assertThat(events().of(DAY, Set.of()).getFirst().says().arguments().getFirst())
                .hasToString("dead-letters-destroyed-now");
        assertThat(events().of(DAY, Set.of()).getFirst().alarm()).as("none of CloudWatch").isEmpty();
    }

    private static CloudAlarm alarm(String state, Instant since) {
        return new CloudAlarm("api-high", "arn:alarm", false, state, "Threshold crossed", since, "AWS/ECS",
                "CPUUtilization", "Average", Duration.ofMinutes(1), Map.of("ClusterName", "shop", "ServiceName", "api"),
                "GreaterThanThreshold", OptionalDouble.of(80), List.of());
    }

    private static Told<String, List<CloudAlarm>> alarms(int minute, CloudAlarm... alarms) {
        return new Told<>(Topics.alarms(PLACE), "", at(minute), Reading.known(List.of(alarms), at(minute)));
    }

    @Test
    void aCloudWatchAlarmThatTurnedIsToldOnceAndNotBesideTheOccurrenceThatItRaised() {
        tell(at(-200), true,
                new Told<>(Topics.files(PLACE), SHOP.id(), at(-300), Reading.known(SHOP, at(-300))),
                alarms(-200, alarm("OK", at(-5000))));
        tell(at(60), false, alarms(3, alarm("ALARM", at(2))), alarms(4, alarm("ALARM", at(2))),
                alarms(12, alarm("OK", at(10))), alarms(33, alarm("ALARM", at(30))));
        occurrences.put(List.of(change(What.RAISED, 30, new Status.Open(at(30), at(30)), Condition.Source.CLOUDWATCH)));

        assertThat(said()).containsExactly("CloudWatch alarm api-high is ALARM", "CloudWatch alarm api-high is OK",
                "ECS CPU on api");
        assertThat(events().of(DAY, Set.of())).extracting(TimelineEvent::alarm).as("the name in CloudWatch, of each")
                .containsOnly(Optional.of("api-high"));
        assertThat(events().page(new EventQuery(DAY, Set.of(), Set.of(Kind.ALARM), "api-high", 30, Optional.empty()),
                ENGLISH).events()).as("is looked for").hasSize(1);
    }

    @Test
    void whatTurnedWhileNobodyLookedIsToldOfAShortTimeToo() {
        tell(at(60), true, new Told<>(Topics.files(PLACE), SHOP.id(), at(3), Reading.known(SHOP, at(3))),
                alarms(3, alarm("OK", at(-180))));

        assertThat(events().of(new TimeRange(at(-190), at(-170)), Set.of())).extracting(TimelineEvent::at)
                .containsExactly(at(-180));
        assertThat(events().of(new TimeRange(at(-170), at(-160)), Set.of())).isEmpty();
    }

    private static Told<String, PipelineState> pipeline(int minute, String build, int since) {
        return new Told<>(Topics.pipelines(PLACE), "deploy", at(minute), Reading.known(new PipelineState("deploy",
                List.of(new Stage("Build", build, "Compile", "", Optional.of(at(since)), false),
                        new Stage("Approve", "", "", "", Optional.empty(), false))),
                at(minute)));
    }

    @Test
    void aStageOfAPipelineIsToldWhenItReachesAState() {
        tell(at(-200), true,
                new Told<>(Topics.files(PLACE), SHOP.id(), at(-300), Reading.known(SHOP, at(-300))),
                pipeline(-200, "Succeeded", -5000));
        tell(at(60), false, pipeline(3, "InProgress", 2), pipeline(4, "InProgress", 2), pipeline(9, "Failed", 8));

        assertThat(said()).containsExactly("deploy, stage Build: InProgress", "deploy, stage Build: Failed");
    }

    @Test
    void whatAPersonChangedIsToldWithWhatCameOfIt() {
        JournalEntry entry = Entries.begun(new Operation.Scale(SHOP.id(), API, OptionalInt.of(4), Optional.empty()));
        new H2JournalStore(database).put(entry
                .ended(new Verdict(Verdict.Result.WORKED, Phrase.of("proof.scale.worked", 4, 4), at(3))));
        new H2JournalStore(database).put(Entries.begun(Entries.scale(9)));

        assertThat(said()).containsExactly("sora: Scale on api", "Scale on api: 4 of 4 run.");
        assertThat(events().of(DAY, Set.of()).getLast().details()).containsExactly("sale opens");
    }

    private static List<FleetEvent> steady(int count) {
        var all = new ArrayList<FleetEvent>();
        for (int i = 0; i < count; i++) {
            all.add(told("e" + i, -60 * i / 2, "(service api) has reached a steady state."));
        }
        return all;
    }

    @Test
    void pagesGoOnWhereTheLastEndedAcrossDays() {
        fleet.add(PLACE, steady(200));
        Events events = events();
        var query = new EventQuery(new TimeRange(NOON.minus(Duration.ofDays(10)), NOON.plusSeconds(1)), Set.of(),
                Set.of(), "", 30, Optional.empty());

        var all = new ArrayList<TimelineEvent>();
        Optional<EventQuery> next = Optional.of(query);
        while (next.isPresent()) {
            EventPage page = events.page(next.get(), ENGLISH);
            assertThat(page.events()).hasSizeBetween(1, 30);
            all.addAll(page.events());
            next = page.next();
        }

        assertThat(all).hasSize(200).isSortedAccordingTo(TimelineEvent.NEWEST_FIRST);
        assertThat(all).extracting(TimelineEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void eventsOfOneMomentAreOnTwoPagesAndNoneIsLost() {
        fleet.add(PLACE, List.of(told("a", 0, "one"), told("b", 0, "two"), told("c", 0, "three")));
        Events events = events();
        EventPage first = events.page(new EventQuery(DAY, Set.of(), Set.of(), "", 2, Optional.empty()), ENGLISH);
        EventPage second = events.page(first.next().orElseThrow(), ENGLISH);

        assertThat(first.events()).hasSize(2);
        assertThat(second.events()).hasSize(1).doesNotContainAnyElementsOf(first.events());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsOnAPage() throws Exception {
        fleet.add(PLACE, List.of(told("a", 0, "has started 1 tasks"),
                stopped(2, "SpotInterruption", "Your Spot Task was interrupted.")));
        var asked = new CompletableFuture<EventPage>();

        new LiveTimeline(stores, MetricCatalogue.standard(), clock, asked::completeExceptionally).events(
                new EventQuery(DAY, Set.of(SHOP.id()), Set.of(Kind.INTERRUPTION), "spot TASK", 5, Optional.empty()),
                ENGLISH, asked::complete);

        assertThat(asked.get().events()).extracting(TimelineEvent::kind).containsExactly(Kind.INTERRUPTION);
        assertThat(page(Set.of(SHOP.id()), "started").events()).hasSize(1);
        assertThat(page(Set.of(SHOP.id()), "nothing like it").events()).isEmpty();
        assertThat(page(Set.of(new StackId("other")), "").events()).isEmpty();
    }

    private EventPage page(Set<StackId> stacks, String text) {
        return events().page(new EventQuery(DAY, stacks, Set.of(), text, 5, Optional.empty()), ENGLISH);
    }

    @Test
    void whatRdsToldOfTheDatabasesOfTheStackIsAmongThem() {
        databaseEvents.add(PLACE, List.of(database("db", 10, "failover", "Multi-AZ instance failover started."),
                database("db", 12, "failover", "Multi-AZ instance failover completed"),
                database("another", 11, "failure", "of another stack")));

        assertThat(said()).containsExactly("db: failover – Multi-AZ instance failover started.",
                "db: failover – Multi-AZ instance failover completed");
        TimelineEvent begun = events().of(DAY, Set.of()).getLast();
        assertThat(begun.kind()).isEqualTo(TimelineEvent.Kind.DATABASE);
        assertThat(begun.source()).isEqualTo(TimelineEvent.Source.RDS);
        assertThat(begun.component()).contains(new ComponentId(ComponentKind.DATABASE, "db"));
        assertThat(begun.severity()).isEqualTo(Severity.WARNING);
        assertThat(events().of(DAY, Set.of()).getFirst().severity()).isEqualTo(Severity.NOTICE);
    }

    private static DatabaseEvent database(String name, int minute, String category, String message) {
        return new DatabaseEvent(name, name, "db-instance", at(minute), List.of(category), message);
    }
}
