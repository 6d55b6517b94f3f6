package io.watchdeck.stack;

import io.watchdeck.model.ComponentKind;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.stack.ServiceSpec.TaskSize;
import io.watchdeck.stack.SpotExpectation.Percent;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what the stack consists of. A component with a problem is kept under its name, so that rules on it are not
/// reported as well.
final class ComponentsParser {

    private static final long GIB = 1L << 30;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern ENGINE = Pattern.compile("[a-z][a-z0-9-]*");

    private final Problems problems;
    private final Scalars scalars;
    private boolean allNamed = true;

    ComponentsParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Components parse(Fields file) {
        Distinct targetGroups = new Distinct("target groups", problems);
        List<ServiceSpec> services = named(file, "services", Block.SERVICE, "name", this::service);
        List<LoadBalancerSpec> loadBalancers = named(file, "loadBalancers", Block.LOAD_BALANCER, "name",
                (name, fields) -> new LoadBalancerSpec(name, names(fields, "targetGroups", targetGroups)));
        List<DatabaseSpec> databases = named(file, "databases", Block.DATABASE, "id", this::database);
        List<CacheSpec> caches = named(file, "caches", Block.CACHE, "id",
                (name, fields) -> new CacheSpec(name, fields.whole("nodes", 1)));
        List<QueueSpec> queues = named(file, "queues", Block.QUEUE, "name",
                (name, fields) -> new QueueSpec(name, fields.text("deadLetterQueue"), fields.text("pipe")));
        List<String> pipes = Stream.concat(names(file, "pipes", new Distinct("pipes", problems)).stream(),
                queues.stream().flatMap(queue -> queue.pipe().stream())).distinct().toList();
        return new Components(services, loadBalancers, databases, caches, queues,
                names(file, "batchQueues", new Distinct("batch queues", problems)), pipes,
                names(file, "pipelines", new Distinct("pipelines", problems)),
                names(file, "logGroups", new Distinct("log groups", problems)), file.text("eventLog"));
    }

    /// Whether the name of every listed component could be read, so that a name which is not there is not there.
    boolean allNamed() {
        return allNamed;
    }

    /// The names of the components of a kind.
    static List<String> namesOf(Components components, ComponentKind kind) {
        return switch (kind) {
            case SERVICE -> components.services().stream().map(ServiceSpec::name).toList();
            case LOAD_BALANCER -> components.loadBalancers().stream().map(LoadBalancerSpec::name).toList();
            case TARGET_GROUP -> components.loadBalancers().stream().flatMap(lb -> lb.targetGroups().stream()).toList();
            case DATABASE -> components.databases().stream().map(DatabaseSpec::id).toList();
            case CACHE -> components.caches().stream().map(CacheSpec::id).toList();
            case QUEUE -> components.queues().stream().map(QueueSpec::name).toList();
            case BATCH_QUEUE -> components.batchQueues();
            case PIPE -> components.pipes();
            case PIPELINE -> components.pipelines();
            case STACK -> List.of();
        };
    }

    private interface Named<T> {
        T read(String name, Fields fields);
    }

    private <T> List<T> named(Fields file, String key, Block kind, String nameKey, Named<T> parse) {
        Distinct distinct = new Distinct(spaced(key), problems);
        List<Node> items = items(file, key);
        List<T> parsed = new ArrayList<>();
        for (Node item : items) {
            Fields.of(item, kind, problems).ifPresent(fields -> {
                String name = distinct.nameOf(fields, nameKey).orElse("");
                T component = parse.read(name, fields);
                if (!name.isEmpty()) {
                    parsed.add(component);
                }
            });
        }
        allNamed &= parsed.size() == items.size();
        return List.copyOf(parsed);
    }

    private List<String> names(Fields fields, String key, Distinct distinct) {
        List<Node> items = items(fields, key);
        List<String> names = items.stream().flatMap(item -> scalars.text(item, "An item of " + Fields.quoted(key))
                .map(name -> distinct.checked(name, item)).stream()).toList();
        allNamed &= names.size() == items.size();
        return names;
    }

    private List<Node> items(Fields fields, String key) {
        int before = problems.count();
        List<Node> items = fields.list(key);
        allNamed &= problems.count() == before;
        return items;
    }

    private ServiceSpec service(String name, Fields fields) {
        OptionalInt cpu = fields.whole("cpu", 1);
        OptionalInt memory = fields.whole("memory", 1);
        if (fields.node("cpu").isPresent() != fields.node("memory").isPresent()) {
            problems.at(fields.place(), "A task has both 'cpu' and 'memory', but only one is given.",
                    "Write both: CPU units (1024 are one vCPU) and MiB.");
        }
        Optional<TaskSize> size = cpu.isPresent() && memory.isPresent()
                ? Optional.of(new TaskSize(cpu.getAsInt(), memory.getAsInt()))
                : Optional.empty();
        return new ServiceSpec(name, fields.whole("desired", 0),
                fields.block("scaling", Block.SCALING).flatMap(this::range), fields.whole("poolPerTask", 0),
                fields.whole("spotWeight", 0, 100), size,
                fields.block("spotExpected", Block.SPOT_EXPECTED).map(this::expected)
                        .orElseGet(SpotExpectation::none));
    }

    private SpotExpectation expected(Fields fields) {
        OptionalInt seconds = fields.whole("replacementSeconds", 0);
        return new SpotExpectation(fields.node("interruptionPercent").flatMap(this::percents),
                seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty());
    }

    /// One number or a range.
    private Optional<Percent> percents(Node at) {
        if (!(at instanceof MappingNode)) {
            return percent(at, "interruptionPercent").map(one -> new Percent(one, one));
        }
        return Fields.of(at, Block.PERCENT_RANGE, problems).flatMap(fields -> {
            Optional<Double> from = fields.node("from").flatMap(end -> percent(end, "from"));
            Optional<Double> to = fields.node("to").flatMap(end -> percent(end, "to"));
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                problems.at(fields.place(), "'from' is greater than 'to'.", "Swap them.");
            }
            return from.flatMap(least -> to.map(most -> new Percent(least, most)));
        });
    }

    private Optional<Double> percent(Node at, String key) {
        Optional<BigDecimal> number = scalars.number(at, Fields.quoted(key));
        if (number.isPresent() && (number.get().signum() < 0 || number.get().compareTo(HUNDRED) > 0)) {
            problems.at(at, Fields.quoted(key) + " cannot be " + number.get().toPlainString() + ".",
                    "Write a number from 0 to 100.");
        }
        return number.map(BigDecimal::doubleValue);
    }

    private Optional<Range> range(Fields fields) {
        OptionalInt min = fields.whole("min", 0);
        OptionalInt max = fields.whole("max", 0);
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        if (min.getAsInt() > max.getAsInt()) {
            problems.at(fields.place(), "'min' " + min.getAsInt() + " is greater than 'max' " + max.getAsInt() + ".",
                    "Swap them.");
        }
        return Optional.of(new Range(min.getAsInt(), max.getAsInt()));
    }

    private DatabaseSpec database(String name, Fields fields) {
        String engine = fields.text("engine").orElse("");
        if (!engine.isEmpty() && !ENGINE.matcher(engine).matches()) {
            problems.at(fields.node("engine").orElseThrow(), "'engine' cannot be '" + engine + "'.",
                    "Write AWS's own word: postgres, mysql, mariadb, aurora-postgresql, aurora-mysql.");
        }
        Kind kind = fields.choice("kind", Choices.DATABASE_KIND)
                .orElse(engine.startsWith("aurora") ? Kind.CLUSTER : Kind.INSTANCE);
        OptionalInt storage = fields.whole("storageGiB", 1, 1_000_000);
        return new DatabaseSpec(name, kind, engine, fields.whole("maxConnections", 1),
                storage.isPresent() ? OptionalLong.of(storage.getAsInt() * GIB) : OptionalLong.empty(), acu(fields));
    }

    private OptionalDouble acu(Fields fields) {
        Optional<BigDecimal> acu = fields.number("maxAcu");
        if (acu.isPresent() && acu.get().compareTo(BigDecimal.ONE) < 0) {
            problems.at(fields.node("maxAcu").orElseThrow(), "'maxAcu' cannot be " + acu.get().toPlainString() + ".",
                    "The least is 1.");
        }
        return acu.map(value -> OptionalDouble.of(value.doubleValue())).orElse(OptionalDouble.empty());
    }

    private static String spaced(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
