package io.watchdeck.watch.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Thing.Sort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What belongs to a cluster, why, and what does not.
class SelectionTest {

    @Test
    void nothingAroundAClusterGivesNothing() {
        Selection selection = Finds.around("shop").database("blog-db").queue("blog-jobs").selection();

        for (Sort sort : Sort.values()) {
            assertThat(selection.chosen(sort)).isEmpty();
        }
        assertThat(selection.leftOut()).isEmpty();
    }

    @Test
    void stacksThatShareTheAccountAreKeptApart() {
        var account = Finds.around("shop-prod").cluster("blog-prod", Map.of()).service("shop-api", List.of("api-tg"),
                List.of("/ecs/anything")).balancer("edge", "application", "api-tg").balancer("blog-alb", "application",
                        "blog-tg")
                .database("shop-db").database("blog-db").database("shopping-db").cache("shop-redis")
                .cache("blog-redis").logGroup("/ecs/blog-api").logGroup("/rds/shop-db").pipeline("shop-release");

        Selection selection = account.selection();

        assertThat(selection.chosen(Sort.LOAD_BALANCER)).containsOnlyKeys("edge");
        assertThat(selection.chosen(Sort.TARGET_GROUP)).containsOnlyKeys("api-tg");
        assertThat(selection.chosen(Sort.DATABASE)).containsOnlyKeys("shop-db");
        assertThat(selection.chosen(Sort.CACHE)).containsOnlyKeys("shop-redis");
        assertThat(selection.chosen(Sort.LOG_GROUP)).containsOnlyKeys("/ecs/anything", "/rds/shop-db");
        assertThat(selection.chosen(Sort.PIPELINE)).containsOnlyKeys("shop-release");
    }

    @Test
    void whatATaskRefersToBelongsWhateverItsName() {
        Selection selection = Finds.around("shop").service("shop-api", List.of(), List.of(),
                new Mention("DB", "legacy.rds.amazonaws.com"), new Mention("REDIS", "common.cache.amazonaws.com"),
                new Mention("QUEUE", "mails"), new Mention("JOBS", Finds.arn("batch", "job-queue/nightly")))
                .database("legacy").cache("common").queue("mails").batchQueue("nightly").queue("other").selection();

        assertThat(reason(selection, Sort.DATABASE, "legacy")).isEqualTo("discover.reason.mention");
        assertThat(selection.chosen(Sort.DATABASE).get("legacy").arguments()).containsExactly("DB", "shop-api");
        assertThat(selection.chosen(Sort.CACHE)).containsOnlyKeys("common");
        assertThat(selection.chosen(Sort.QUEUE)).containsOnlyKeys("mails");
        assertThat(selection.chosen(Sort.BATCH_QUEUE)).containsOnlyKeys("nightly");
    }

    @Test
    void aReferenceIsABetterReasonThanAName() {
        Selection selection = Finds.around("shop").service("shop-api", List.of(), List.of("/ecs/shop-api"),
                new Mention("DB", "shop-db.rds.amazonaws.com")).database("shop-db").logGroup("/ecs/shop-api")
                .queue("shop-jobs").pipe("shop-pipe", Finds.arn("sqs", "shop-jobs"),
                        Finds.arn("batch", "job-queue/shop-batch"))
                .batchQueue("shop-batch").selection();

        assertThat(reason(selection, Sort.DATABASE, "shop-db")).isEqualTo("discover.reason.mention");
        assertThat(reason(selection, Sort.LOG_GROUP, "/ecs/shop-api")).isEqualTo("discover.reason.log");
        assertThat(reason(selection, Sort.QUEUE, "shop-jobs")).isEqualTo("discover.reason.name");
        assertThat(reason(selection, Sort.PIPE, "shop-pipe")).isEqualTo("discover.reason.pipe");
        assertThat(reason(selection, Sort.BATCH_QUEUE, "shop-batch")).isEqualTo("discover.reason.target");
    }

    @Test
    void aPipeThatBelongsByNameBringsBothEndsAndIsNotExplainedByThem() {
        Selection selection = Finds.around("shop").queue("inbox").batchQueue("nightly")
                .pipe("shop-pipe", Finds.arn("sqs", "inbox"), Finds.arn("batch", "job-queue/nightly")).selection();

        assertThat(reason(selection, Sort.PIPE, "shop-pipe")).isEqualTo("discover.reason.name");
        assertThat(reason(selection, Sort.QUEUE, "inbox")).isEqualTo("discover.reason.source");
        assertThat(reason(selection, Sort.BATCH_QUEUE, "nightly")).isEqualTo("discover.reason.target");
    }

    @Test
    void aDeadLetterQueueIsPartOfItsQueueWhateverItsName() {
        Selection selection = Finds.around("shop").queue("shop-jobs", "shop-jobs-dlq").queue("shop-jobs-dlq")
                .queue("shop-mails", "graveyard").queue("graveyard").selection();

        assertThat(selection.chosen(Sort.QUEUE)).containsOnlyKeys("shop-jobs", "shop-mails");
        assertThat(selection.redrive()).containsOnlyKeys("shop-jobs", "shop-mails");
        assertThat(selection.redrive().get("shop-mails").deadLetterName()).isEqualTo("graveyard");
    }

    @Test
    void twoEnvironmentsInOneAccountAreKeptApart() {
        var account =
                Finds.around("shop-dev").cluster("shop-prod", Map.of()).service("shop-api").database("shop-db-dev")
                        .database("shop-db-prod").cache("shop-redis").queue("shop-jobs-staging");

        Selection selection = account.selection();

        assertThat(selection.chosen(Sort.DATABASE)).containsOnlyKeys("shop-db-dev");
        assertThat(left(selection, Sort.DATABASE, "shop-db-prod")).isEqualTo("discover.left.environment");
        assertThat(left(selection, Sort.QUEUE, "shop-jobs-staging")).isEqualTo("discover.left.environment");
        assertThat(left(selection, Sort.CACHE, "shop-redis")).as("may be of either").isEqualTo("discover.left.cluster");
        assertThat(selection.chosen(Sort.CACHE)).isEmpty();
    }

    @Test
    void aReferenceSettlesWhatNamesCannot() {
        Selection selection = Finds.around("shop-dev").cluster("shop-prod", Map.of()).service("shop-api", List.of(),
                List.of(), new Mention("DB", "shop-db-prod.rds.amazonaws.com")).database("shop-db-prod").selection();

        assertThat(reason(selection, Sort.DATABASE, "shop-db-prod")).isEqualTo("discover.reason.mention");
        assertThat(selection.leftOut()).isEmpty();
    }

    @Test
    void theClusterWhoseNameSaysMoreGetsTheNamesThatFitBoth() {
        assertThat(Finds.around("shop").cluster("shop-admin", Map.of()).database("shop-db").database("shop-admin-db")
                .selection().chosen(Sort.DATABASE)).containsOnlyKeys("shop-db");
        assertThat(Finds.around("shop-admin").cluster("shop", Map.of()).database("shop-db").database("shop-admin-db")
                .selection().chosen(Sort.DATABASE)).containsOnlyKeys("shop-admin-db");
    }

    @Test
    void namesWithoutAnEnvironmentAreOfTheClusterWithoutOne() {
        assertThat(Finds.around("shop").cluster("shop-dev", Map.of()).database("shop-db").database("shop-db-dev")
                .selection().chosen(Sort.DATABASE)).containsOnlyKeys("shop-db");
        assertThat(Finds.around("shop-dev").cluster("shop", Map.of()).database("shop-db").database("shop-db-dev")
                .selection().chosen(Sort.DATABASE)).containsOnlyKeys("shop-db-dev");
    }

    @Test
    void clustersThatBatchMadeClaimNothing() {
        assertThat(Finds.around("shop").cluster("shop_Batch_5e15530c-fdbd-4e81-8cde-efe94ad95249", Map.of())
                .cluster("AWSBatch-shop-5e15530c-fdbd-4e81-8cde-efe94ad95249", Map.of()).database("shop-db")
                .selection().chosen(Sort.DATABASE)).containsOnlyKeys("shop-db");
    }

    @Test
    void aTagFindsWhatNeitherReferencesNorNamesDo() {
        Selection selection = Finds.around("shop", Map.of("Project", "web", "Owner", "us")).database("main")
                .database("other").tagged(Finds.arn("rds", "db:main")).tagged(Finds.arn("codepipeline", "release"))
                .tagged(Finds.arn("s3", "bucket")).withoutPipelines(Failure.denied("codepipeline:ListPipelines"))
                .selection();

        assertThat(reason(selection, Sort.DATABASE, "main")).isEqualTo("discover.reason.tag");
        assertThat(selection.chosen(Sort.DATABASE)).containsOnlyKeys("main");
        assertThat(selection.chosen(Sort.PIPELINE)).as("though pipelines may not be listed")
                .containsOnlyKeys("release");
    }

    @Test
    void aTagThatAnotherClusterHasTooTellsNothing() {
        assertThat(Finds.around("shop", Map.of("Project", "web")).cluster("blog", Map.of("Project", "web"))
                .database("main").tagged(Finds.arn("rds", "db:main")).selection().chosen(Sort.DATABASE)).isEmpty();
    }

    @Test
    void aPipelineIsJudgedByWhereItDeploysBeforeItsName() {
        Selection selection = Finds.around("shop").pipeline("release", "shop").pipeline("shop-web", "elsewhere")
                .pipeline("shop-docs").selection();

        assertThat(reason(selection, Sort.PIPELINE, "release")).isEqualTo("discover.reason.deploys");
        assertThat(left(selection, Sort.PIPELINE, "shop-web")).isEqualTo("discover.left.deploys");
        assertThat(reason(selection, Sort.PIPELINE, "shop-docs")).isEqualTo("discover.reason.name");
    }

    @Test
    void whatNoStackFileCanWatchIsNeverProposedAndSaidWhereItWouldBelong() {
        Selection selection = Finds.around("shop").service("shop-api", List.of("tcp"), List.of(),
                new Mention("DB", "docs.rds.amazonaws.com")).balancer("inner", "network", "tcp")
                .database("docs", "docdb").database("blog-docs", "docdb")
                .logGroup("/aws/codebuild/shop-build").logGroup("/aws/ecs/containerinsights/shop/performance")
                .selection();

        assertThat(selection.chosen(Sort.LOAD_BALANCER)).isEmpty();
        assertThat(selection.chosen(Sort.DATABASE)).isEmpty();
        assertThat(selection.chosen(Sort.LOG_GROUP)).isEmpty();
        assertThat(selection.leftOut().keySet()).extracting(Thing::name).containsExactlyInAnyOrder("inner", "docs",
                "/aws/codebuild/shop-build", "/aws/ecs/containerinsights/shop/performance");
    }

    @Test
    void theEnvironmentIsTakenFromWhatSaysItMostSurely() {
        assertThat(guess(Finds.around("shop-dev", Map.of("Environment", "production")))).isEqualTo(
                Map.entry(Environment.DEVELOPMENT, "discover.environment.cluster"));
        assertThat(guess(Finds.around("shop", Map.of("env", "Staging")))).isEqualTo(
                Map.entry(Environment.TEST, "discover.environment.tag"));
        assertThat(guess(Finds.around("shop").service("api", List.of("tg"), List.of()).balancer("alb-dev",
                "application", "tg").database("shop-db-prod"))).isEqualTo(
                        Map.entry(Environment.DEVELOPMENT, "discover.environment.name"));
        assertThat(guess(Finds.around("shop").database("shop-db-test").database("blog-db-prod"))).isEqualTo(
                Map.entry(Environment.TEST, "discover.environment.name"));
        assertThat(guess(Finds.around("shop").database("shop-db-test").database("shop-db-dev"))).isEqualTo(
                Map.entry(Environment.PRODUCTION, "discover.environment.unknown"));
    }

    private static Map.Entry<Environment, String> guess(Finds finds) {
        EnvironmentGuess guess = EnvironmentGuess.of(finds.inventory());
        return Map.entry(guess.environment(), guess.reason().key());
    }

    private static String reason(Selection selection, Sort sort, String name) {
        assertThat(selection.chosen(sort)).containsKey(name);
        return selection.chosen(sort).get(name).key();
    }

    private static String left(Selection selection, Sort sort, String name) {
        assertThat(selection.leftOut()).containsKey(new Thing(sort, name));
        return selection.leftOut().get(new Thing(sort, name)).key();
    }
}
