package io.watchdeck.watch.discovery;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.discovery.Proposal.Missing;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a selection down as a stack, with the reasons. Pure: what it says follows from what was read.
final class Proposer {

    private final Access access;
    private final Inventory found;
    private final Selection selection;
    private final Details details;
    private final MetricCatalogue catalogue;
    private final Notes.Pad notes = new Notes.Pad();
    private final Set<Missing> missing = new LinkedHashSet<>();

    Proposer(Access access, Inventory found, Selection selection, Details details, MetricCatalogue catalogue) {
        this.access = access;
        this.found = found;
        this.selection = selection;
        this.details = details;
        this.catalogue = catalogue;
    }

    Proposal propose(EnvironmentGuess guess) {
        Optional<String> account = details.identity().map(Identity::account);
        notes.head("discover.head.what", found.cluster(), access.region().code());
        notes.head("discover.head.check");
        notes.beside("environment", guess.reason());
        account.ifPresent(_ -> notes.beside("account", Phrase.of("discover.note.account")));
        missingParts();
        Components components = new ComponentProposals(found, selection, details, notes).components();
        Optional<CostFilter> cost = cost();
        StackFile bare = new StackFile(new StackId(fileName(guess.environment())), displayName(), guess.environment(),
                access, account, found.cluster(), components, Optional.empty(), cost, List.of(), Map.of(), List.of(),
                false);
        StackFile file = withRules(bare);
        notes.above("plan", Phrase.of("discover.note.plan"));
        leftOut();
        missing.forEach(part -> notes.above(part.section(), sentence(part.failure())));
        return new Proposal(file, notes.notes(), List.copyOf(missing));
    }

    /// The name of the file without its ending.
    private String fileName(Environment environment) {
        String stem = Things.naming(found).text();
        String name = (stem.isEmpty() ? found.cluster() : stem).toLowerCase(Locale.ROOT);
        return name + switch (environment) {
            case PRODUCTION -> "-prod";
            case TEST -> "-test";
            case DEVELOPMENT -> "-dev";
        };
    }

    /// As the cluster's tag writes it, which knows capital letters, else as the names do.
    private String displayName() {
        String stem = Things.naming(found).text();
        String plain = stem.isEmpty() ? found.cluster() : stem;
        return Things.cluster(found).flatMap(ClusterTag::of).map(ClusterTag::value)
                .filter(value -> value.equalsIgnoreCase(plain) && !value.equals(plain))
                .orElseGet(() -> plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
    }

    private Optional<CostFilter> cost() {
        Optional<ClusterTag> tag = Things.cluster(found).flatMap(ClusterTag::of);
        if (tag.isEmpty()) {
            notes.above("cost", Phrase.of("discover.note.noTag"));
        }
        return tag.map(known -> {
            boolean shared = Things.otherClusters(found).stream().anyMatch(known::isOn);
            notes.beside("cost.tags[" + known.key() + "]",
                    Phrase.of(shared ? "discover.note.sharedTag" : "discover.note.tag"));
            return new CostFilter(Map.of(known.key(), known.value()), List.of());
        });
    }

    private StackFile withRules(StackFile bare) {
        var proposals = new RuleProposals(bare, catalogue, Things.known(details.alarms()));
        Map<RuleSpec, Phrase> rules = proposals.rules();
        rules.forEach((rule, reason) -> notes.beside("rules[" + rule.name() + "]", reason));
        notes.above("rules", Phrase.of("discover.note.defaults", DefaultRules.effective(bare).stream()
                .filter(rule -> rule.origin() == Origin.OURS).map(RuleSpec::name).collect(Collectors.joining(", "))));
        if (!proposals.alarms().isEmpty()) {
            notes.above("rules", Phrase.of("discover.note.alarms", proposals.alarms().stream().map(CloudAlarm::name)
                    .sorted().collect(Collectors.joining(", "))));
        }
        Map<String, Severity> severities = AlarmWords.severities(proposals.alarms());
        severities.keySet().forEach(topic -> notes.beside("alarmSeverities[" + topic + "]",
                Phrase.of("discover.note.topic")));
        return new StackFile(bare.id(), bare.name(), bare.environment(), bare.access(), bare.account(), bare.cluster(),
                bare.components(), bare.plan(), bare.costFilter(), List.copyOf(rules.keySet()), severities,
                bare.contradictions(), bare.readOnly());
    }

    private void leftOut() {
        if (!selection.leftOut().isEmpty()) {
            notes.foot(Phrase.of("discover.left"));
            selection.leftOut().forEach((thing, why) -> notes.foot(
                    Phrase.of("discover.left.one", thing.sort().section(), thing.name(), why)));
        }
    }

    private void missingParts() {
        missing("cluster", found.clusters());
        missing("services", found.services());
        missing("services", found.definitions().values());
        missing("services", details.ranges().values());
        missing("loadBalancers", found.loadBalancers());
        missing("databases", found.databases());
        missing("databases", details.databases().values());
        details.databases().values().forEach(reading -> Things.value(reading)
                .flatMap(facts -> facts.connections().failure())
                .ifPresent(failure -> missing.add(new Missing("databases", failure))));
        missing("caches", found.caches());
        missing("queues", found.queues());
        missing("queues", found.queueStates().values());
        missing("batchQueues", found.batchQueues());
        missing("pipes", found.pipes());
        missing("pipelines", found.pipelines());
        missing("pipelines", found.deployments().values());
        missing("logGroups", found.logGroups());
        missing("rules", details.alarms());
        found.tagged().ifPresent(reading -> missing("cost", reading));
    }

    private void missing(String section, Collection<? extends Reading<?>> readings) {
        readings.forEach(reading -> missing(section, reading));
    }

    private void missing(String section, Reading<?> reading) {
        if (reading instanceof Reading.Unknown<?>(var failure, var _) && failure.kind() != Kind.ABSENT) {
            missing.add(new Missing(section, failure));
        }
    }

    /// With the action where the failure's own sentence does not name it.
    private static Phrase sentence(Failure failure) {
        boolean named = failure.kind() == Kind.DENIED || failure.kind() == Kind.THROTTLED;
        return failure.action().filter(_ -> !named)
                .map(action -> Phrase.of("discover.missing.call", failure.sentence(), action))
                .orElseGet(() -> Phrase.of("discover.missing", failure.sentence()));
    }
}
