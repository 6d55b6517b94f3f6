package io.watchdeck;

import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.aws.TestKeys;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.emulator.EmulatorExtension;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackWriter;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.watch.discovery.Proposal;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `discover` against the emulator, in which four stacks share account and Region: what it proposes passes `check` as it
/// is and consists of what the shipped file consists of.
@Tag("slow")
@ExtendWith({TestKeys.class, EmulatorExtension.class})
class DiscoverEmulatorIT {

    private static final String ROLE = "arn:aws:iam::" + Emulator.OTHER_ACCOUNT + ":role/ops";
    /// The Java SDK cannot read the emulator's answer to ListPipelines, whose times are texts.
    private static final Set<String> PIPELINES_THAT_THE_EMULATOR_CANNOT_TELL = Set.of("codemate-prod", "codemate-dev");

    /// A shipped stack and how `discover` is asked for it.
    enum World {
        GLIMPSE("glimpse-prod", "ap-northeast-2", "--cluster", "glimpse-prod"),
        SESAMI("sesami-prod", "ap-northeast-2", "--cluster", "sesami-cluster"),
        BOWWOW("bowwow-prod", "us-east-1"),
        CODEMATE("codemate-prod", "ap-northeast-2", "--cluster", "codemate-cluster"),
        TIKETI("tiketi-prod", "ap-northeast-2", "--cluster",
                "arn:aws:ecs:ap-northeast-2:123456789012:cluster/tiketi-cluster-prod"),
        CODEMATE_DEV("codemate-dev", "ap-northeast-2", "--role", ROLE);

        private final String shipped;
        private final List<String> asked;

        World(String shipped, String region, String... asked) {
            this.shipped = shipped;
            this.asked = new ArrayList<>(List.of("--region", region));
            this.asked.addAll(List.of(asked));
        }
    }

    @TempDir
    Path folder;

    /// One of its own: other tests change what they find.
    private static Emulator emulator;

    @BeforeAll
    static void provision() {
        emulator = Emulator.start();
        emulator.provision(5, Emulator.ACCOUNT, "all");
        emulator.provision(5, Emulator.OTHER_ACCOUNT, "codemate-dev");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    private Program.Result discover(List<String> arguments) {
        var line = new ArrayList<>(List.of("discover", "--lang", "en", "--timeout", "120", "--endpoint-url",
                emulator.endpoint().toString()));
        line.addAll(arguments);
        return Program.run(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void theProposalPassesCheckAsItIsAndIsMadeOfWhatTheShippedFileIsMadeOf(World world) {
        var asked = new ArrayList<>(world.asked);
        asked.addAll(List.of("--out", folder.toString()));

        Program.Result result = discover(asked);

        Path file = folder.resolve(world.shipped + ".yaml");
        assertThat(result.err()).contains("Written to " + file);
        assertThat(Program.run("check", file.toString())).satisfies(check -> {
            assertThat(check.err()).isEmpty();
            assertThat(check.code()).isZero();
        });
        StackFile proposed = Wiring.stackReader().read(file).stack().orElseThrow();
        StackFile shipped = Wiring.shippedStacks().get(world.shipped);
        assertThat(proposed.name()).isEqualToIgnoringCase(shipped.name());
        assertThat(proposed.environment()).isEqualTo(shipped.environment());
        assertThat(proposed.cluster()).isEqualTo(shipped.cluster());
        assertThat(proposed.access()).isEqualTo(shipped.access());
        assertThat(proposed.costFilter()).isEqualTo(shipped.costFilter());
        assertSame(proposed.components(), shipped.components());
        assertThat(result.code()).isEqualTo(result.err().contains("codepipeline:ListPipelines") ? ExitCode.UNKNOWN
                : ExitCode.OK);
    }

    private static void assertSame(Components proposed, Components shipped) {
        assertThat(proposed.services()).extracting(ServiceSpec::name).containsExactlyInAnyOrderElementsOf(
                shipped.services().stream().map(ServiceSpec::name).toList());
        shipped.services().forEach(service -> assertThat(proposed.services()).filteredOn(
                one -> one.name().equals(service.name())).singleElement().satisfies(one -> {
                    assertThat(one.scaling()).isEqualTo(service.scaling());
                    assertThat(one.spotWeight()).isEqualTo(service.spotWeight());
                    service.size().ifPresent(size -> assertThat(one.size()).contains(size));
                }));
        assertThat(targetGroups(proposed)).isEqualTo(targetGroups(shipped));
        assertThat(proposed.databases()).extracting(DatabaseSpec::id, DatabaseSpec::kind, DatabaseSpec::engine,
                DatabaseSpec::maxAcu).containsExactlyInAnyOrderElementsOf(
                        shipped.databases().stream().map(one -> tuple(one.id(), one.kind(),
                                one.engine(), one.maxAcu())).toList());
        assertThat(proposed.caches()).extracting(CacheSpec::id).containsExactlyInAnyOrderElementsOf(
                shipped.caches().stream().map(CacheSpec::id).toList());
        shipped.caches().stream().filter(cache -> cache.nodes().isPresent())
                .forEach(cache -> assertThat(proposed.caches()).contains(cache));
        assertThat(proposed.queues()).containsExactlyInAnyOrderElementsOf(shipped.queues());
        assertThat(proposed.queues()).allMatch(queue -> queue.deadLetterQueue().isPresent());
        assertThat(proposed.batchQueues()).containsExactlyInAnyOrderElementsOf(shipped.batchQueues());
        assertThat(proposed.pipes()).containsExactlyInAnyOrderElementsOf(shipped.pipes());
        assertThat(proposed.logGroups()).containsExactlyInAnyOrderElementsOf(shipped.logGroups());
        assertThat(proposed.pipelines()).containsExactlyInAnyOrderElementsOf(
                without(shipped.pipelines(), PIPELINES_THAT_THE_EMULATOR_CANNOT_TELL));
    }

    private static Map<String, Set<String>> targetGroups(Components components) {
        var groups = new HashMap<String, Set<String>>();
        components.loadBalancers().forEach(one -> groups.put(one.name(), new HashSet<>(one.targetGroups())));
        return groups;
    }

    private static List<String> without(List<String> names, Set<String> some) {
        return names.stream().filter(name -> !some.contains(name)).toList();
    }

    @Test
    void whatCouldNotBeReadIsSaidInTheFileAndBesideIt() {
        Program.Result result = discover(World.SESAMI.asked);

        assertThat(result.out()).contains("# NOT READ").contains("codepipeline:ListPipelines")
                .contains("- name: sesami-backend            # runs in the cluster")
                .contains("pipe: sesami-sqs-to-batch       # takes its messages from sesami-analysis-jobs")
                .contains("- sesami-job-queue                # the pipe sesami-sqs-to-batch leads to it");
        assertThat(result.err()).contains("pipelines: ", "codepipeline:ListPipelines");
    }

    @Test
    void severalClustersAreListedWithoutThoseOfBatchAndTheNearestIsSuggested() {
        Program.Result none = discover(List.of("--region", "ap-northeast-2"));
        Program.Result near = discover(List.of("--region", "ap-northeast-2", "--cluster", "glimse-prod"));

        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("codemate-cluster, glimpse-prod, sesami-cluster, tiketi-cluster-prod")
                .doesNotContain("_Batch_");
        assertThat(near.code()).isEqualTo(ExitCode.USAGE);
        assertThat(near.err()).contains("Did you mean \"glimpse-prod\"?");
    }

    /// As the dialog does that connects an account, by a profile of AWS's own files that says where its account answers.
    @Test
    void aProfileBecomesAStackThatIsWatched() throws IOException {
        var clock = Clock.systemUTC();
        var meter = new Meter(PriceList.shipped(), clock);
        Path stacks = Files.createDirectory(folder.resolve("stacks"));
        withProfile("ops", () -> {
            var own = new OwnAccount(Optional.empty(), () -> new AwsConnector(meter, clock, AwsSettings.standard()));
            var desk = new ConnectDesk(own, new NewStackFiles(stacks, "stacks", true, Wiring.stackReader()),
                    Runnable::run, Runnable::run, clock);
            String text = proposed(desk, "ops", "glimpse-prod");
            var outcome = new AtomicReference<NewStackFiles.Outcome>();
            desk.write("glimpse-prod.yaml", text, outcome::set);
            own.way(_ -> {
                throw new AssertionError("nobody has to sign in");
            }).ends().run();

            assertThat(outcome.get()).isEqualTo(new NewStackFiles.Outcome.Written(stacks.resolve("glimpse-prod.yaml")));
            List<StackFile> files = Wiring.stackFolder().read(stacks).stacks();
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.access().profile()).contains("ops");
                assertThat(file.account()).contains(Emulator.ACCOUNT);
            });
            try (var connector = new AwsConnector(meter, clock, AwsSettings.standard());
                    var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false),
                            connector, MetricCatalogue.standard(), clock)) {
                watch.stacks(files, List.of());
                assertThat(watch.readOnce(EnumSet.of(Subject.IDENTITY, Subject.SERVICES)).stacks()).singleElement()
                        .satisfies(stack -> assertThat(stack.services()).singleElement().satisfies(
                                service -> assertThat(service.state().state().latest().orElseThrow().running())
                                        .isEqualTo(2)));
            }
        });
    }

    private static String proposed(ConnectDesk desk, String profile, String cluster) {
        var regions = new HashMap<Optional<String>, Region>();
        desk.ways(List.of(Optional.of(profile)), ways -> regions.putAll(ways.regions()));
        var access = new Access(Optional.of(profile), Optional.empty(), regions.get(Optional.of(profile)),
                Optional.empty());
        var accounts = new ArrayList<ConnectDesk.Account>();
        desk.account(access, accounts::add);
        Identity who = value(accounts.getLast().identity());
        assertThat(who.account()).isEqualTo(Emulator.ACCOUNT);
        assertThat(value(accounts.getLast().clusters().orElseThrow())).extracting(ConnectDesk.Cluster::name)
                .contains(cluster);
        var proposals = new ArrayList<Proposal>();
        desk.propose(access, Optional.of(who), List.of(cluster), proposals::add, failure -> {
            throw new AssertionError(failure);
        });
        Proposal only = proposals.getFirst();
        String text =
                new StackWriter().text(only.file(), only.notes().said(new Words(Locale.ENGLISH, ZoneOffset.UTC)::say));
        assertThat(desk.check("glimpse-prod.yaml", text).stack()).isPresent();
        return text;
    }

    private void withProfile(String name, Runnable work) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "[profile " + name + "]\nregion = ap-northeast-2\n"
                + "endpoint_url = " + emulator.endpoint() + "\n");
        Path credentials = Files.writeString(folder.resolve("credentials"), "[" + name
                + "]\naws_access_key_id = x\naws_secret_access_key = x\n");
        String configBefore = System.setProperty("aws.configFile", config.toString());
        String credentialsBefore = System.setProperty("aws.sharedCredentialsFile", credentials.toString());
        try {
            work.run();
        } finally {
            System.setProperty("aws.configFile", configBefore);
            System.setProperty("aws.sharedCredentialsFile", credentialsBefore);
        }
    }
}
