package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    @Test
    void twoFiguresThatAreMissingForOneReasonTellItOnce() {
        assertThat(lines(Snapshots.failing()))
                .filteredOn(line -> line.contains("No answer from ecs.us-east-1.amazonaws.com")).isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsOnlyOnce("No answer from"));
    }

    @Test
    void anAnswerThatCameTooLateSaysHowToWaitLonger() {
        StackSnapshot stack = Snapshots.glimpse();
        var failure = new Failure(Failure.Kind.UNREACHABLE, Phrase.of("failure.aws.tooLate",
                "ecs.us-east-1.amazonaws.com", "ecs:DescribeServices", Duration.ofSeconds(10)), Optional.empty(),
                Optional.empty(), "");
        var late = new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(),
                stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(),
                stack.verdict(),
                List.of(new StackSnapshot.Gap("alarms", failure, Optional.empty(), Optional.empty(), true)),
                stack.occurrences());

        assertThat(lines(Snapshots.of(List.of(late)))).contains("  ? No answer from ecs.us-east-1.amazonaws.com to "
                + "ecs:DescribeServices within 10 s; --timeout gives it longer (CloudWatch alarms)");
    }

    @Test
    void deadLettersThatALookHidesAreThere() {
        assertThat(lines(Snapshots.of(List.of(Snapshots.hiddenLetters())))).anyMatch(
                line -> line.endsWith("5 dead letters, 5 of them hidden"));
    }

    @Test
    void aProblemSaysWhetherTheLastGoodVersionOfItsFileIsInUse() {
        var wrong = new FileProblem("/stacks/shop-prod.yaml", 3, 1, "Unknown key 'nmae'.", "");

        assertThat(StatusDocument.of(Snapshots.wrong(wrong, wrong.whileCovered())).get("problems"))
                .extracting(problem -> problem.get("lastGoodInUse").asBoolean()).containsExactly(false, true);
    }

    @Test
    void aStackWhoseFileCannotBeUsedIsToldAsNotKnown() {
        var nmae = new FileProblem("/stacks/shop-prod.yaml", 3, 1, "Unknown key 'nmae'.", "Did you mean 'name'?");

        assertThat(lines(Snapshots.wrong(nmae))).endsWith("", "Not known shop-prod        shop-prod.yaml cannot be "
                + "used: Unknown key 'nmae'. Did you mean 'name'?");
        assertThat(lines(Snapshots.wrong(nmae.whileCovered()))).isEqualTo(lines(Snapshots.moment()));
    }

    @Test
    void aStackWhoseFileCannotBeUsedIsAmongTheStacksOfTheDocument() {
        var nmae = new FileProblem("/stacks/shop-prod.yaml", 3, 1, "Unknown key 'nmae'.", "Did you mean 'name'?");

        JsonNode stacks = StatusDocument.of(Snapshots.wrong(nmae)).get("stacks");

        JsonNode shop = stacks.get(stacks.size() - 1);
        assertThat(shop.get("stack").asText()).isEqualTo("shop-prod");
        assertThat(shop.get("severity").asText()).isEqualTo("unknown");
        assertThat(shop.get("verdict").asText()).startsWith("shop-prod.yaml cannot be used: Unknown key 'nmae'.");
        assertThat(shop.get("services").isNull()).as("what is not known is no empty list").isTrue();
        assertThat(names(shop)).isEqualTo(names(stacks.get(0)));
        assertThat(StatusDocument.of(Snapshots.wrong(nmae.whileCovered())).get("stacks"))
                .hasSize(Snapshots.moment().stacks().size());
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> lines(WatchSnapshot snapshot) {
        var out = new StringWriter();
        new StatusText(new Words(Locale.ENGLISH, Snapshots.ZONE)).print(snapshot, new PrintWriter(out));
        return out.toString().lines().toList();
    }
}
