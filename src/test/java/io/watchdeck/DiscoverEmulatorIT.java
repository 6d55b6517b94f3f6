package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.aws.TestKeys;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.emulator.EmulatorExtension;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
}
