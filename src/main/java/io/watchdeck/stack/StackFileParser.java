package io.watchdeck.stack;

import io.watchdeck.model.Region;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a whole file: who and where it is itself, the rest with the parser of each part.
final class StackFileParser {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final List<String> WATCHABLE = List.of("services", "loadBalancers", "databases", "caches", "queues",
            "batchQueues", "pipes", "pipelines", "cost", "plan");

    private final Problems problems;
    private final Map<String, KnownMetric> metrics;

    StackFileParser(Problems problems, Map<String, KnownMetric> metrics) {
        this.problems = problems;
        this.metrics = metrics;
    }

    /// Of use only when no problem was reported.
    StackFile parse(StackId id, Fields file) {
        String name = file.text("stack").orElse("");
        Environment environment = file.choice("environment", Choices.ENVIRONMENT).orElse(Environment.PRODUCTION);
        Optional<String> account = account(file);
        Access access = new Access(file.text("profile"), role(file, account), region(file), endpoint(file));
        String cluster = file.text("cluster").orElse("");
        ComponentsParser componentsParser = new ComponentsParser(problems);
        Components components = componentsParser.parse(file);
        if (file.complete() && WATCHABLE.stream().noneMatch(key -> file.node(key).isPresent())) {
            problems.at(file.place(), "The file names nothing to watch.", "Name a service: 'services: [{name: api}]'.");
        }
        Optional<Plan> plan = file.block("plan", Block.PLAN).map(new PlanParser(problems)::parse);
        List<RuleSpec> rules = new RulesParser(problems, metrics, components, file.node("plan").isPresent(),
                file.complete() && componentsParser.allNamed()).parse(file);
        List<String> contradictions = new ArrayList<>(file.texts("contradictions"));
        contradictions.addAll(Contradictions.of(components, rules));
        return new StackFile(id, name, environment, access, account, cluster, components, plan,
                file.block("cost", Block.COST).map(this::cost), rules, alarmSeverities(file), contradictions,
                file.flag("readOnly"));
    }

    private Region region(Fields file) {
        String code = file.text("region").orElse("");
        if (!code.isEmpty() && !Region.isCode(code)) {
            problems.at(file.node("region").orElseThrow(), "'" + code + "' is not the code of a Region.",
                    "Write it as AWS does: ap-northeast-2.");
        }
        return new Region(code);
    }

    private Optional<String> account(Fields file) {
        Optional<String> account = file.digits("account");
        if (account.isPresent() && !ACCOUNT.matcher(account.get()).matches()) {
            problems.at(file.node("account").orElseThrow(), "'account' must have 12 digits.",
                    "Write them in quotes, with the zeros in front: \"012345678901\".");
        }
        return account;
    }

    private Optional<String> role(Fields file, Optional<String> account) {
        Optional<String> role = file.text("role");
        role.ifPresent(arn -> {
            Optional<String> owner = RoleArn.account(arn);
            if (owner.isEmpty()) {
                problems.at(file.node("role").orElseThrow(), "'role' is not the ARN of a role.",
                        "Write it as arn:aws:iam::123456789012:role/name.");
            } else if (account.filter(digits -> ACCOUNT.matcher(digits).matches() && !digits.equals(owner.get()))
                    .isPresent()) {
                problems.at(file.node("role").orElseThrow(), "The role belongs to account " + owner.get()
                        + ", but 'account' says " + account.get() + ".", "Correct one of them.");
            }
        });
        return role;
    }

    private Optional<URI> endpoint(Fields file) {
        return file.text("endpoint").flatMap(text -> {
            Optional<URI> server = Address.server(text);
            if (server.isEmpty()) {
                problems.at(file.node("endpoint").orElseThrow(), "'endpoint' is not an address.",
                        "Write it as http://localhost:4566.");
            }
            return server;
        });
    }

    private CostFilter cost(Fields cost) {
        return new CostFilter(values(cost, "tags", "tag"), values(cost, "categories", "cost category"),
                cost.texts("services"));
    }

    private Map<String, String> values(Fields cost, String key, String what) {
        Map<String, String> values = new LinkedHashMap<>();
        Scalars scalars = new Scalars(problems);
        cost.map(key).forEach((name, value) -> scalars.text(value, "The " + what + " '" + name + "'")
                .ifPresent(text -> values.put(name, text)));
        return values;
    }

    private Map<String, Severity> alarmSeverities(Fields file) {
        Map<String, Severity> severities = new LinkedHashMap<>();
        Scalars scalars = new Scalars(problems);
        file.map("alarmSeverities").forEach((pattern, value) -> scalars
                .choice(value, "The severity of '" + pattern + "'", Choices.SEVERITY)
                .ifPresent(severity -> severities.put(pattern, severity)));
        return severities;
    }
}
