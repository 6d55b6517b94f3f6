package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.Components;
import io.watchdeck.stack.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `discover` on the simulated account, and what it refuses.
class DiscoverCommandTest {

    @TempDir
    Path folder;

    private static Program.Result sandbox(String... arguments) {
        var line = new ArrayList<>(List.of("discover", "--sandbox", "--lang", "en"));
        line.addAll(List.of(arguments));
        return Program.run(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"glimpse-prod,ap-northeast-2,glimpse-prod", "sesami-prod,ap-northeast-2,sesami-cluster",
            "bowwow-prod,us-east-1,bowwow-cluster", "codemate-prod,ap-northeast-2,codemate-cluster",
            "tiketi-prod,ap-northeast-2,tiketi-cluster-prod"})
    void theSimulatedStacksAreProposedAsTheyAre(String name, String region, String cluster) {
        Program.Result result = sandbox("--region", region, "--cluster", cluster);

        StackFile proposed = Wiring.stackReader().read(name + ".yaml", result.out()).stack().orElseThrow();
        Components shipped = Wiring.shippedStacks().get(name).components();
        assertThat(proposed.id().value()).isEqualTo(name);
        assertThat(proposed.components().loadBalancers()).usingRecursiveComparison().ignoringCollectionOrder()
                .isEqualTo(shipped.loadBalancers());
        assertThat(proposed.components().queues()).isEqualTo(shipped.queues());
        assertThat(proposed.components().batchQueues()).isEqualTo(shipped.batchQueues());
        assertThat(proposed.components().pipelines()).isEqualTo(shipped.pipelines());
        assertThat(proposed.components().logGroups()).containsExactlyInAnyOrderElementsOf(shipped.logGroups());
        assertThat(proposed.components().services()).hasSameSizeAs(shipped.services());
        assertThat(result.code()).isZero();
    }

    @Test
    void theFileSaysWhyEachEntryIsThereAndEverythingElseGoesToStandardError() {
        Program.Result result = sandbox("--region", "ap-northeast-2", "--cluster", "tiketi-cluster-prod");

        assertThat(result.out()).startsWith("# Proposed by")
                .contains("environment: production             # the name of the cluster says so")
                .contains("- name: tiketi-alb-prod           # sends requests to tiketi-backend-service")
                .contains("- id: tiketi-db                   # DATABASE_URL of tiketi-backend-service names it")
                .contains("# its name begins with \"tiketi\", as the cluster's does")
                .contains("Project: tiketi");
        assertThat(result.err().lines()).containsExactly("Reading ap-northeast-2 …",
                "Tiketi, production: services 1, load balancers 1, databases 1, caches 1, queues 0, job queues 0,"
                        + " pipelines 0, log groups 3.");
    }

    @Test
    void whatIsDeniedIsNamedWithItsActionInTheFileAndBesideIt() {
        Program.Result result = sandbox("--region", "ap-northeast-2", "--role",
                "arn:aws:iam::222222222222:role/ops", "--cluster", "codemate-cluster");

        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(result.out()).contains("# NOT READ").contains("rds:DescribeDBInstances")
                .doesNotContain("\ndatabases:");
        assertThat(result.err()).contains("databases: Not permitted: rds:DescribeDBInstances");
        Path file = folder.resolve("codemate-dev.yaml");
        assertThat(Wiring.stackReader().read(file.toString(), result.out()).complaints()).isEmpty();
    }

    @Test
    void theReasonsAreInThePersonsLanguage() {
        Program.Result result = Program.run("discover", "--sandbox", "--lang", "ko", "--region", "us-east-1");

        assertThat(result.out()).contains("# 이 클러스터에서 실행 중");
        assertThat(result.err()).contains("하나뿐인 bowwow-cluster 클러스터");
        assertThat(Wiring.stackReader().read("bowwow-prod.yaml", result.out()).complaints()).isEmpty();
    }

    @Test
    void withoutAClusterTheOnlyOneIsTakenAndSeveralAreListed() {
        assertThat(sandbox("--region", "us-east-1").err()).contains("Taking bowwow-cluster, the only cluster.");

        Program.Result several = sandbox("--region", "ap-northeast-2");
        assertThat(several.code()).isEqualTo(ExitCode.USAGE);
        assertThat(several.out()).isEmpty();
        assertThat(several.err()).contains("--cluster")
                .contains("codemate-cluster, glimpse-prod, sesami-cluster, tiketi-cluster-prod");
    }

    @Test
    void aClusterThatIsNotThereIsToldWithTheNearestName() {
        Program.Result near = sandbox("--region", "ap-northeast-2", "--cluster", "tiketi-cluster");
        Program.Result none = sandbox("--region", "eu-west-1", "--cluster", "tiketi");

        assertThat(near.code()).isEqualTo(ExitCode.USAGE);
        assertThat(near.err()).contains("There is no cluster \"tiketi-cluster\"",
                "Did you mean \"tiketi-cluster-prod\"?");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("There is no ECS cluster in eu-west-1");
    }

    @Test
    void aProfileThatIsNotThereIsAMistakeOfTheCall() throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "[profile chat-ops]\nregion = eu-west-1\n");
        Map<String, String> files = Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("none").toString());

        Program.Result near = Program.start(folder, files, "discover", "--profile", "chat-op", "--region", "eu-west-1");
        assertThat(near.code()).isEqualTo(ExitCode.USAGE);
        assertThat(near.err()).contains("no profile \"chat-op\"", "Did you mean \"chat-ops\"?", "There are: chat-ops")
                .doesNotContain("Reading");

        Program.Result bare = Program.start(folder, Map.of("AWS_CONFIG_FILE", folder.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString()), "discover", "--profile", "chat",
                "--lang", "ko");
        assertThat(bare.code()).isEqualTo(ExitCode.USAGE);
        assertThat(bare.err()).contains("\"chat\" 프로필이 없습니다").doesNotContain("Region");
    }

    @Test
    void aFileIsNeverReplacedWithoutBeingTold() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");

        Program.Result refused = sandbox("--region", "us-east-1", "--out", file.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(refused.err()).contains("--overwrite").doesNotContain("Reading");
        assertThat(file).hasContent("precious");

        Program.Result told = sandbox("--region", "us-east-1", "--out", file.toString(), "--overwrite");
        assertThat(told.code()).isZero();
        assertThat(told.out()).isEmpty();
        assertThat(Program.run("check", file.toString()).code()).isZero();
    }

    @Test
    void intoAFolderItIsWrittenUnderTheStacksName() {
        Program.Result written = sandbox("--region", "us-east-1", "--out", folder.toString());
        assertThat(written.err()).contains("Written to " + folder.resolve("bowwow-prod.yaml"));
        assertThat(folder.resolve("bowwow-prod.yaml")).exists();

        assertThat(sandbox("--region", "us-east-1", "--out", folder.toString()).code())
                .isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(sandbox("--region", "us-east-1", "--out", folder.resolve("no/such.yaml").toString()).err())
                .contains("There is no folder");
    }

    @Test
    void aRegionAndARoleAreLookedAtBeforeAnythingIsAsked() {
        Program.Result region = sandbox("--region", "seoul");
        Program.Result role = sandbox("--region", "us-east-1", "--role", "ops");
        Program.Result none = Program.start(folder, Map.of(), "discover", "--sandbox");

        assertThat(List.of(region.code(), role.code(), none.code())).containsOnly(ExitCode.USAGE);
        assertThat(region.err()).contains("--region", "'seoul'");
        assertThat(role.err()).contains("--role", "'ops'");
        assertThat(none.err()).contains("--region");
    }

    @Test
    void withoutAnAnswerNothingIsProposed() {
        Program.Result result = Program.start(folder, Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY",
                "secret", "AWS_REGION", "eu-west-1"), "discover", "--lang", "en", "--endpoint-url",
                "http://127.0.0.1:1", "--timeout", "1");

        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Reading eu-west-1", "127.0.0.1:1", "sts:GetCallerIdentity");
    }

    @Test
    void helpListsTheCommand() {
        assertThat(Program.run("--help").out()).contains("discover");
        assertThat(Program.run("discover", "--help").out()).contains("--cluster", "--profile", "--role", "--out",
                "--overwrite");
    }
}
