package io.watchdeck.stack;

import io.watchdeck.model.Money;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.yaml.Choice;
import io.watchdeck.yaml.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Writes a stack file that [StackReader] reads back as the very same stack, with comments. Has no state; any thread.
public final class StackWriter {

    private static final long GIB = 1L << 30;

    /// @param file    as a reader would give it: no blank names, storage in whole GiB, rules of the document only
    /// @param remarks what is said in comments
    public String text(StackFile file, Remarks remarks) {
        var lines = new CommentedLines(remarks);
        lines.head();
        new Pages(lines).write(file);
        lines.foot();
        return lines.toString();
    }

    /// Writes one file, section by section.
    private record Pages(CommentedLines lines) {

        void write(StackFile file) {
            entry("stack", YamlText.of(file.name()));
            entry("environment", file.environment().word());
            entry("region", YamlText.of(file.access().region().code()));
            file.account().ifPresent(account -> entry("account", YamlText.quoted(account)));
            file.access().profile().ifPresent(profile -> entry("profile", YamlText.of(profile)));
            file.access().role().ifPresent(role -> entry("role", YamlText.of(role)));
            file.access().endpoint().ifPresent(endpoint -> entry("endpoint", YamlText.of(endpoint.toString())));
            entry("cluster", YamlText.of(file.cluster()));
            components(file.components());
            plan(file.plan());
            cost(file.costFilter());
            section("rules", file.rules(), this::rule);
            section("alarmSeverities", List.copyOf(file.alarmSeverities().entrySet()),
                    entry -> lines.line(2, YamlText.of(entry.getKey()) + ": " + entry.getValue().word(),
                            "alarmSeverities[" + entry.getKey() + "]"));
            names("contradictions", ownContradictions(file));
            if (file.readOnly()) {
                lines.blank();
                entry("readOnly", "true");
            }
        }

        private void entry(String key, String value) {
            lines.line(0, key + ": " + value, key);
        }

        private void components(Components components) {
            section("services", components.services(), this::service);
            section("loadBalancers", components.loadBalancers(), this::loadBalancer);
            section("databases", components.databases(), this::database);
            section("caches", components.caches(), cache -> {
                String path = item("caches", "id", cache.id());
                whole(path, "nodes", cache.nodes());
            });
            section("queues", components.queues(), queue -> {
                String path = item("queues", "name", queue.name());
                queue.deadLetterQueue().ifPresent(name -> key(path, "deadLetterQueue", YamlText.of(name)));
                queue.pipe().ifPresent(name -> key(path, "pipe", YamlText.of(name)));
            });
            names("batchQueues", components.batchQueues());
            names("pipes", ownPipes(components));
            names("pipelines", components.pipelines());
            names("logGroups", components.logGroups());
            components.eventLog().ifPresent(group -> {
                lines.blank();
                entry("eventLog", YamlText.of(group));
            });
        }

        private void service(ServiceSpec service) {
            String path = item("services", "name", service.name());
            whole(path, "desired", service.desired());
            service.scaling().ifPresent(range -> key(path, "scaling",
                    "{min: " + range.min() + ", max: " + range.max() + "}"));
            whole(path, "poolPerTask", service.poolPerTask());
            whole(path, "spotWeight", service.spotWeight());
            if (!service.expected().isNone()) {
                lines.line(4, "spotExpected:", path + ".spotExpected");
                service.expected().interruptions().ifPresent(percent -> lines.line(6, "interruptionPercent: "
                        + percents(percent), path + ".spotExpected.interruptionPercent"));
                service.expected().replacement().ifPresent(length -> lines.line(6, "replacementSeconds: "
                        + length.toSeconds(), path + ".spotExpected.replacementSeconds"));
            }
            service.size().ifPresent(size -> {
                key(path, "cpu", Integer.toString(size.cpuUnits()));
                key(path, "memory", Integer.toString(size.memoryMiB()));
            });
        }

        private void loadBalancer(LoadBalancerSpec balancer) {
            String path = item("loadBalancers", "name", balancer.name());
            if (!balancer.targetGroups().isEmpty()) {
                lines.line(4, "targetGroups:", path + ".targetGroups");
                balancer.targetGroups().forEach(group -> lines.line(6, "- " + YamlText.of(group),
                        path + ".targetGroups[" + group + "]"));
            }
        }

        private void database(DatabaseSpec database) {
            String path = item("databases", "id", database.id());
            Kind usual = database.engine().startsWith("aurora") ? Kind.CLUSTER : Kind.INSTANCE;
            if (database.kind() != usual) {
                key(path, "kind", database.kind() == Kind.CLUSTER ? "cluster" : "instance");
            }
            key(path, "engine", database.engine());
            whole(path, "maxConnections", database.maxConnections());
            database.storageBytes().ifPresent(bytes -> key(path, "storageGiB", Long.toString(bytes / GIB)));
            database.maxAcu().ifPresent(acu -> key(path, "maxAcu", number(acu)));
        }

        private void plan(Optional<Plan> known) {
            if (known.isEmpty()) {
                lines.absent("plan");
                return;
            }
            Plan plan = known.get();
            lines.blank();
            lines.line(0, "plan:", "plan");
            currency(plan).ifPresent(code -> lines.line(2, "currency: " + code, "plan.currency"));
            plan.total().ifPresent(total -> lines.line(2, "total: " + amount(total), "plan.total"));
            plan.target().ifPresent(target -> lines.line(2, "target: " + plain(target), "plan.target"));
            planLines(2, plan.lines(), "plan.lines");
            if (!plan.phases().isEmpty()) {
                lines.line(2, "phases:", "plan.phases");
                plan.phases().forEach(this::phase);
            }
        }

        private void phase(Plan.Phase phase) {
            String path = "plan.phases[" + phase.name() + "]";
            lines.line(4, "- name: " + YamlText.of(phase.name()), path);
            phase.total().ifPresent(total -> lines.line(6, "total: " + amount(total), path + ".total"));
            planLines(6, phase.lines(), path + ".lines");
        }

        private void planLines(int indent, List<Plan.Line> some, String path) {
            if (!some.isEmpty()) {
                lines.line(indent, "lines:", path);
                some.forEach(line -> planLine(indent + 2, line, path + "[" + line.name() + "]"));
            }
        }

        private void planLine(int indent, Plan.Line line, String path) {
            lines.line(indent, "- name: " + YamlText.of(line.name()), path);
            int inner = indent + 2;
            lines.line(inner, "amount: " + amount(line.amount()), path + ".amount");
            line.service()
                    .ifPresent(service -> lines.line(inner, "service: " + YamlText.of(service), path + ".service"));
            if (!line.usage().isEmpty()) {
                lines.line(inner, "usage:", path + ".usage");
                line.usage().forEach(type -> lines.line(inner + 2, "- " + YamlText.of(type),
                        path + ".usage[" + type + "]"));
            }
            if (line.reserve()) {
                lines.line(inner, "reserve: true", path + ".reserve");
            }
        }

        private void cost(Optional<CostFilter> known) {
            if (known.isEmpty()) {
                lines.absent("cost");
                return;
            }
            CostFilter cost = known.get();
            lines.blank();
            boolean none = cost.labels().isEmpty() && cost.services().isEmpty();
            lines.line(0, none ? "cost: {}" : "cost:", "cost");
            labels("tags", cost.tags());
            labels("categories", cost.categories());
            if (!cost.services().isEmpty()) {
                lines.line(2, "services:", "cost.services");
                cost.services().forEach(service -> lines.line(4, "- " + YamlText.of(service),
                        "cost.services[" + service + "]"));
            }
        }

        private void labels(String key, Map<String, String> values) {
            if (!values.isEmpty()) {
                lines.line(2, key + ":", "cost." + key);
                values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> lines.line(4,
                        YamlText.of(one.getKey()) + ": " + YamlText.of(one.getValue()),
                        "cost." + key + "[" + one.getKey() + "]"));
            }
        }

        private void rule(RuleSpec rule) {
            String path = item("rules", "name", rule.name());
            key(path, "metric", YamlText.of(rule.metric()));
            rule.on().ifPresent(on -> key(path, "on", YamlText.of(on)));
            key(path, rule.direction() == RuleSpec.Direction.ABOVE ? "above" : "below", threshold(rule.threshold()));
            long seconds = rule.period().toSeconds();
            key(path, "period", seconds % 60 == 0 ? seconds / 60 + "m" : Long.toString(seconds));
            if (rule.breaching() != 1 || rule.evaluated() != 1) {
                key(path, "breaching", Integer.toString(rule.breaching()));
                key(path, "of", Integer.toString(rule.evaluated()));
            }
            key(path, "severity", rule.severity().word());
            if (rule.missing() != RuleSpec.MissingData.MISSING) {
                key(path, "missing", Choices.MISSING.meanings().stream().filter(one -> one.meaning() == rule.missing())
                        .map(Choice.Word::word).findFirst().orElseThrow());
            }
            rule.says().ifPresent(says -> key(path, "says", YamlText.of(says)));
        }

        private interface Item<T> {
            void write(T item);
        }

        private <T> void section(String key, List<T> items, Item<T> item) {
            if (items.isEmpty()) {
                lines.absent(key);
                return;
            }
            lines.blank();
            lines.line(0, key + ":", key);
            items.forEach(item::write);
        }

        private void names(String key, List<String> names) {
            section(key, names, name -> lines.line(2, "- " + YamlText.of(name), key + "[" + name + "]"));
        }

        /// The first line of an item, and its path.
        private String item(String section, String nameKey, String name) {
            String path = section + "[" + name + "]";
            lines.line(2, "- " + nameKey + ": " + YamlText.of(name), path);
            return path;
        }

        private void key(String path, String key, String value) {
            lines.line(4, key + ": " + value, path + "." + key);
        }

        private void whole(String path, String key, OptionalInt value) {
            value.ifPresent(number -> key(path, key, Integer.toString(number)));
        }
    }

    private static String threshold(Threshold threshold) {
        return switch (threshold) {
            case Threshold.Absolute(var value) -> number(value);
            case Threshold.PercentOf(var percent, var limit) -> number(percent) + " % of " + LimitWord.wordOf(limit);
        };
    }

    private static String percents(SpotExpectation.Percent percent) {
        return percent.from() == percent.to() ? number(percent.from())
                : "{from: " + number(percent.from()) + ", to: " + number(percent.to()) + "}";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String amount(Plan.Amount amount) {
        return amount.isRange() ? "{from: " + plain(amount.from()) + ", to: " + plain(amount.to()) + "}"
                : plain(amount.from());
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static Optional<String> currency(Plan plan) {
        return Stream.of(plan.total().map(Plan.Amount::from), plan.target(),
                plan.lines().stream().findFirst().map(line -> line.amount().from()))
                .flatMap(Optional::stream).map(money -> money.currency().getCurrencyCode()).findFirst();
    }

    /// The pipes that no queue names: the reader adds those of the queues behind them.
    private static List<String> ownPipes(Components components) {
        List<String> ofQueues = components.queues().stream().flatMap(queue -> queue.pipe().stream()).toList();
        List<String> all = components.pipes();
        for (int count = 0; count < all.size(); count++) {
            List<String> own = all.subList(0, count);
            if (Stream.concat(own.stream(), ofQueues.stream()).distinct().toList().equals(all)) {
                return own;
            }
        }
        return all;
    }

    /// Those that the reader does not find by itself: it adds them at the end.
    private static List<String> ownContradictions(StackFile file) {
        List<String> found = Contradictions.of(file.components(), file.rules());
        List<String> all = new ArrayList<>(file.contradictions());
        int own = all.size() - found.size();
        return own >= 0 && all.subList(own, all.size()).equals(found) ? List.copyOf(all.subList(0, own)) : all;
    }
}
