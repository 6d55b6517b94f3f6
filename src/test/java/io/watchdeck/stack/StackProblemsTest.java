package io.watchdeck.stack;

import static io.watchdeck.stack.StackFiles.GOOD;
import static io.watchdeck.stack.StackFiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake with its place and its remedy. `GOOD` has nine lines, so what is added begins on line 10.
class StackProblemsTest {

    @ParameterizedTest
    @MethodSource({"yaml", "keys", "types", "access", "componentMistakes", "planMistakes"})
    void isTold(String text, String problem) {
        assertThat(problems(text)).containsExactly("shop.yaml:" + problem);
    }

    @ParameterizedTest
    @MethodSource({"ruleMistakes", "thresholds"})
    void isToldOfARule(String rule, String problem) {
        String text = GOOD + "rules:\n  - {name: R, severity: notice, " + rule + "}\n";

        assertThat(problems(text)).containsExactly("shop.yaml:11:" + problem);
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                Arguments.of("stack: Shop\n\tcluster: a\n",
                        "2:1: A tab stands in the indentation. Indent with spaces: YAML knows no tabs there."),
                Arguments.of("services:\n  - name: a\n \t  desired: 1\n",
                        "3:2: A tab stands in the indentation. Indent with spaces: YAML knows no tabs there."),
                Arguments.of("stack: Shop: two\n",
                        "1:12: This is not YAML: mapping values are not allowed here. Check the indentation, and put a"
                                + " text that holds ': ' into quotes."),
                Arguments.of("stack: \"Shop\ncluster: a\n",
                        "3:1: This is not YAML: found unexpected end of stream. Close the quotation mark or the"
                                + " bracket."),
                Arguments.of("stack: @shop\n",
                        "1:8: This is not YAML: found character '@' that cannot start any token. Put the text into"
                                + " quotes."),
                Arguments.of("stack: a\u0001b\n", "1:9: The character U+0001 is not allowed. Remove it."),
                Arguments.of(GOOD + "---\n" + GOOD,
                        "10:1: A second document begins here. A file describes one stack: write the other into a file"
                                + " of its own."),
                Arguments.of("hello\n",
                        "1:1: The file must be a block of keys, but is the text 'hello'. Write for example"
                                + " 'stack: Tiketi'."),
                Arguments.of("- stack: a\n",
                        "1:1: The file must be a block of keys, but is a list. Write for example 'stack: Tiketi'."),
                Arguments.of(GOOD + "contradictions: &a [x]\nlogGroups: *a\n",
                        "11:12: The alias '*a' is not followed. Write the value out."),
                Arguments.of(GOOD + "pipes: " + "[".repeat(50_000) + "\n",
                        "10:27: This is nested more than 20 deep. Close the brackets before it."));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(GOOD + "servces: []\n", "10:1: Unknown key 'servces'. Did you mean 'services'?"),
                Arguments.of(GOOD + "loadbalancers: []\n",
                        "10:1: Unknown key 'loadbalancers'. Did you mean 'loadBalancers'?"),
                Arguments.of(GOOD + "caches: [{id: a, colour: red}]\n",
                        "10:18: Unknown key 'colour'. Known here: id, nodes."),
                Arguments.of(GOOD + "region: eu-west-2\n",
                        "10:1: The key 'region' appears twice, first on line 3. Remove one of them."),
                Arguments.of(GOOD + "cost:\n  tags:\n    a: x\n    a: y\n",
                        "13:5: The key 'a' appears twice, first on line 12. Remove one of them."),
                Arguments.of(GOOD.replace("environment", "enviroment"),
                        "2:1: Unknown key 'enviroment'. Did you mean 'environment'?"),
                Arguments.of(GOOD.replace("engine", "engin"), "9:5: Unknown key 'engin'. Did you mean 'engine'?"),
                Arguments.of(GOOD.replace("cluster: shop\n", ""),
                        "1:1: The file has no 'cluster'. Write for example 'cluster: tiketi-cluster-prod'."),
                Arguments.of(GOOD + "caches:\n  - nodes: 1\n",
                        "11:5: A cache has no 'id'. Write for example 'id: a-name'."),
                Arguments.of("stack: S\nenvironment: test\nregion: eu-west-1\ncluster: c\n",
                        "1:1: The file names nothing to watch. Name a service: 'services: [{name: api}]'."));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(GOOD + "logGroups: /ecs/api\n",
                        "10:12: 'logGroups' must be a list, but is the text '/ecs/api'. Begin each item with '- ', or"
                                + " write [one, two]."),
                Arguments.of(GOOD + "cost: [a]\n", "10:7: 'cost' must be a block of keys, but is a list."),
                Arguments.of(GOOD + "caches: [redis]\n",
                        "10:10: A cache must be a block of keys, but is the text 'redis'. Write for example"
                                + " 'id: a-name'."),
                Arguments.of(GOOD + "caches:\n", "10:8: 'caches' has no value. Give it one, or leave the key out."),
                Arguments.of(GOOD + "profile: ''\n",
                        "10:10: 'profile' has no value. Give it one, or leave the key out."),
                Arguments.of(GOOD + "profile: 12\n",
                        "10:10: 'profile' must be a text, but is 12. Put it into quotes: \"12\"."),
                Arguments.of(GOOD + "profile: true\n",
                        "10:10: 'profile' must be a text, but is true. Put it into quotes: \"true\"."),
                Arguments.of(GOOD + "readOnly: yes\n",
                        "10:11: 'readOnly' must be true or false, but is the text 'yes'."),
                Arguments.of(GOOD + "caches: [{id: a, nodes: two}]\n",
                        "10:25: 'nodes' must be a whole number, but is the text 'two'. Write it in digits without"
                                + " quotes, such as 2."),
                Arguments.of(GOOD + "caches: [{id: a, nodes: \"2\"}]\n",
                        "10:25: 'nodes' must be a whole number, but is the text '2'. Write it in digits without"
                                + " quotes, such as 2."),
                Arguments.of(GOOD + "caches: [{id: a, nodes: 1.5}]\n",
                        "10:25: 'nodes' must be a whole number, but is 1.5. Write it in digits without quotes, such as 2."),
                Arguments.of(GOOD + "caches: [{id: a, nodes: 0}]\n",
                        "10:25: 'nodes' cannot be 0. The least is 1."),
                Arguments.of(GOOD + "plan: {total: 1e999999999}\n",
                        "10:15: 'total' is too large. Write a number below 1000000000000000."),
                Arguments.of(GOOD + "readOnly: " + "🚀".repeat(31) + "\n",
                        "10:11: 'readOnly' must be true or false, but is the text '" + "🚀".repeat(31) + "'."),
                Arguments.of(GOOD + "readOnly: " + "🚀".repeat(61) + "\n",
                        "10:11: 'readOnly' must be true or false, but is the text '" + "🚀".repeat(57) + "…'."),
                Arguments.of(GOOD + "alarmSeverities: {a: fatal}\n",
                        "10:22: The severity of 'a' cannot be 'fatal'. Choose one of these: notice, warning,"
                                + " critical."),
                Arguments.of(GOOD + "alarmSeverities: {a: waring}\n",
                        "10:22: The severity of 'a' cannot be 'waring'. Did you mean 'warning'?"),
                Arguments.of(GOOD.replace("environment: test", "environment: prod"),
                        "2:14: 'environment' cannot be 'prod'. Choose one of these: development, test, production."));
    }

    static Stream<Arguments> access() {
        return Stream.of(
                Arguments.of(GOOD + "account: \"12345\"\n",
                        "10:10: 'account' must have 12 digits. Write them in quotes, with the zeros in front:"
                                + " \"012345678901\"."),
                Arguments.of(GOOD + "role: ops\n",
                        "10:7: 'role' is not the ARN of a role. Write it as arn:aws:iam::123456789012:role/name."),
                Arguments.of(GOOD + "account: \"111111111111\"\nrole: arn:aws:iam::222222222222:role/ops\n",
                        "11:7: The role belongs to account 222222222222, but 'account' says 111111111111. Correct one"
                                + " of them."),
                Arguments.of(GOOD + "endpoint: localhost:4566\n",
                        "10:11: 'endpoint' is not an address. Write it as http://localhost:4566."),
                Arguments.of(GOOD + "endpoint: //localhost:4566\n",
                        "10:11: 'endpoint' is not an address. Write it as http://localhost:4566."),
                Arguments.of(GOOD + "endpoint: http://a b\n",
                        "10:11: 'endpoint' is not an address. Write it as http://localhost:4566."),
                Arguments.of(GOOD.replace("eu-west-1", "Ireland"),
                        "3:9: 'Ireland' is not the code of a Region. Write it as AWS does: ap-northeast-2."));
    }

    static Stream<Arguments> componentMistakes() {
        return Stream.of(
                Arguments.of(GOOD.replace("  - name: api\n", "  - name: api\n  - name: api\n"),
                        "7:11: Two services are called 'api', the first on line 6. Give each its own name, or remove"
                                + " one."),
                Arguments.of(GOOD + "loadBalancers:\n  - {name: a, targetGroups: [t]}\n"
                        + "  - {name: b, targetGroups: [t]}\n",
                        "12:30: Two target groups are called 't', the first on line 11. Give each its own name, or"
                                + " remove one."),
                Arguments.of(GOOD + "logGroups: [a, a]\n",
                        "10:16: Two log groups are called 'a', the first on line 10. Give each its own name, or"
                                + " remove one."),
                Arguments.of(GOOD.replace("name: api", "name: arn:aws:ecs:eu-west-1:1:service/shop/api"),
                        "6:11: This is an ARN; services are listed by name. Write 'api'."),
                Arguments.of(GOOD.replace("name: api", "{name: api, cpu: 256}"),
                        "6:5: A task has both 'cpu' and 'memory', but only one is given. Write both: CPU units (1024"
                                + " are one vCPU) and MiB."),
                Arguments.of(GOOD.replace("name: api", "{name: api, scaling: {min: 5, max: 2}}"),
                        "6:26: 'min' 5 is greater than 'max' 2. Swap them."),
                Arguments.of(GOOD.replace("name: api", "{name: api, scaling: {min: 5}}"),
                        "6:26: 'scaling' has no 'max'. Write for example 'max: 10'."),
                Arguments.of(GOOD.replace("name: api", "{name: api, desired: 2.5}"),
                        "6:26: 'desired' must be a whole number, but is 2.5. Write it in digits without quotes, such as 2."),
                Arguments.of(GOOD.replace("name: api", "{name: api, desired: -1}"),
                        "6:26: 'desired' cannot be -1. The least is 0."),
                Arguments.of(GOOD.replace("name: api", "{name: api, spotWeight: 101}"),
                        "6:29: 'spotWeight' cannot be 101. Write a number from 0 to 100."),
                Arguments.of(GOOD.replace("name: api", "{name: api, spotExpected: {interruptionPercent: 101}}"),
                        "6:53: 'interruptionPercent' cannot be 101. Write a number from 0 to 100."),
                Arguments.of(
                        GOOD.replace("name: api", "{name: api, spotExpected: {interruptionPercent: {from: 5, to: 3}}}"),
                        "6:53: 'from' is greater than 'to'. Swap them."),
                Arguments.of(GOOD.replace("name: api", "{name: api, spotExpected: {replacementSeconds: -1}}"),
                        "6:52: 'replacementSeconds' cannot be -1. The least is 0."),
                Arguments.of(GOOD.replace("engine: postgres", "engine: PostgreSQL"),
                        "9:13: 'engine' cannot be 'PostgreSQL'. Write AWS's own word: postgres, mysql, mariadb,"
                                + " aurora-postgresql, aurora-mysql."),
                Arguments.of(GOOD + "    kind: clster\n",
                        "10:11: 'kind' cannot be 'clster'. Did you mean 'cluster'?"),
                Arguments.of(GOOD + "    maxAcu: 0.2\n", "10:13: 'maxAcu' cannot be 0.2. The least is 1."));
    }

    static Stream<Arguments> planMistakes() {
        return Stream.of(
                Arguments.of(GOOD + "plan: {target: 2}\n",
                        "10:7: The plan has neither 'total' nor 'lines'. Write one of them, or no plan."),
                Arguments.of(GOOD + "plan: {total: 1, phases: [{name: later}]}\n",
                        "10:27: The phase has neither 'total' nor 'lines'. Write one of them, or no phase."),
                Arguments.of(GOOD + "plan: {total: 1, phases: [{name: a, total: 1}, {name: a, total: 2}]}\n",
                        "10:55: Two phases of the plan are called 'a', the first on line 10. Give each its own name, "
                                + "or remove one."),
                Arguments.of(GOOD + "plan: {total: -1}\n", "10:15: 'total' cannot be -1. An amount is 0 or more."),
                Arguments.of(GOOD + "plan: {total: {from: 2, to: 1}}\n",
                        "10:15: 'from' is greater than 'to'. Swap them."),
                Arguments.of(GOOD + "plan: {total: 5, currency: dollar}\n",
                        "10:28: 'currency' cannot be 'dollar'. Write a code of ISO 4217, such as USD."),
                Arguments.of(GOOD + "plan:\n  lines:\n    - {name: a, amount: 1}\n    - {name: a, amount: 2}\n",
                        "13:14: Two plan lines are called 'a', the first on line 12. Give each its own name, or"
                                + " remove one."),
                Arguments.of(GOOD + "plan: {lines: [{name: a, amount: 1, reserve: true, service: b}]}\n",
                        "10:46: A reserve is not billed, so it has no 'service'. Remove one of them."),
                Arguments.of(GOOD + "plan: {lines: [{name: a, amount: 1, usage: [b]}]}\n",
                        "10:44: Usage types are those of a service, and there is none. Name the 'service', or remove"
                                + " 'usage'."));
    }

    static Stream<Arguments> ruleMistakes() {
        return Stream.of(
                Arguments.of("metric: service.cpuu, above: 1",
                        "41: There is no metric 'service.cpuu'. Did you mean 'service.cpu'?"),
                Arguments.of("metric: service.cpu, on: apo, above: 1",
                        "58: There is no service 'apo'. Did you mean 'api'?"),
                Arguments.of("metric: db.cpu, on: api, above: 1",
                        "53: There is no database 'api'. The file names: main."),
                Arguments.of("metric: cache.cpu, above: 1",
                        "41: The rule watches nothing: the file names no cache. Name one, or remove the rule."),
                Arguments.of("metric: cost.forecast, on: api, above: 1",
                        "60: cost.forecast is of the stack as a whole. Remove 'on'."),
                Arguments.of("metric: service.cpu",
                        "5: A rule has no 'above' or 'below'. Write for example 'above: 90'."),
                Arguments.of("metric: service.cpu, above: 1, below: 2",
                        "71: A rule has 'above' or 'below', not both. Make two rules of it."),
                Arguments.of("metric: service.cpu, above: 1, breaching: 3, of: 2",
                        "75: 'breaching' 3 of 2 periods can never be. Write at most 2, or a greater 'of'."),
                Arguments.of("metric: service.cpu, above: 1, period: 90",
                        "72: 'period' cannot be 90. Write a multiple of 60 seconds, one day at most: 1m, 5m, 1h."),
                Arguments.of("metric: service.cpu, above: 1, period: 0",
                        "72: 'period' cannot be 0. Write a multiple of 60 seconds, one day at most: 1m, 5m, 1h."),
                Arguments.of("metric: service.cpu, above: 1, period: 2d",
                        "72: 'period' cannot be 2d. Write a multiple of 60 seconds, one day at most: 1m, 5m, 1h."),
                Arguments.of("metric: service.cpu, above: 1, period: soon",
                        "72: 'period' must be a length of time, but is the text 'soon'. Write it as 5m, 1h or, in"
                                + " seconds, 300."),
                Arguments.of("metric: service.cpu, above: 1, period: 1h, of: 169",
                        "80: The rule looks back more than 7 days. Use fewer or shorter periods."),
                Arguments.of("metric: service.cpu, above: 1, missing: notbreaching",
                        "73: 'missing' cannot be 'notbreaching'. Did you mean 'notBreaching'?"));
    }

    static Stream<Arguments> thresholds() {
        return Stream.of(
                Arguments.of("metric: service.cpu, above: high",
                        "61: 'above' must be a number or a percentage of a limit, but is the text 'high'. Write 90, or"
                                + " '80 % of' one of these: maxConnections, storage, maxAcu, desired, plan."),
                Arguments.of("metric: service.cpu, above: 101",
                        "61: service.cpu is a percentage and never reaches 101. Write a number up to 100."),
                Arguments.of("metric: db.connections, above: -1",
                        "64: 'above' cannot be -1: no metric is negative. Write a number from 0 up."),
                Arguments.of("metric: db.connections, below: 0",
                        "64: Nothing is ever below 0. Write a greater number, or use 'above'."),
                Arguments.of("metric: db.connections, above: 80 %",
                        "64: db.connections is not a percentage. Write '80 % of maxConnections' or a number."),
                Arguments.of("metric: service.missing, above: 80 %",
                        "65: service.missing is not a percentage. Write '80 % of desired' or a number."),
                Arguments.of("metric: db.connections, above: 80 % of maxConections",
                        "64: 'maxConections' is no limit. Did you mean 'maxConnections'?"),
                Arguments.of("metric: db.cpu, above: 80 % of maxConnections",
                        "56: 'maxConnections' is no limit of db.cpu. It limits db.connections."),
                Arguments.of("metric: db.connections, above: 0 % of maxConnections",
                        "64: A threshold cannot be 0 % of a limit. Write more than 0 %, or the number 0."),
                Arguments.of("metric: db.connections, above: -5 % of maxConnections",
                        "64: A threshold cannot be -5 % of a limit. Write more than 0 %, or the number 0."),
                Arguments.of("metric: db.connections, above: 101 % of maxConnections",
                        "64: No value is ever above 101 % of 'maxConnections'. Write a percentage below 100."),
                Arguments.of("metric: db.connections, above: 100 % of maxConnections",
                        "64: No value is ever above 100 % of 'maxConnections'. Write a percentage below 100."),
                Arguments.of("metric: db.freeStorage, below: 120 % of storage",
                        "64: Every value is below 120 % of 'storage'. Write a percentage below 100."),
                Arguments.of("metric: db.acu, above: 80 % of maxAcu",
                        "56: Only Aurora databases are measured in ACUs. Watch another metric, such as db.cpu."),
                Arguments.of("metric: cost.forecast, above: 80 % of plan",
                        "63: The file has no 'plan' to take a percentage of. Write a plan, or an amount here."));
    }

    @Test
    void aClusterHasNoStorageToTakeAPercentageOf() {
        String text = GOOD.replace("engine: postgres", "engine: aurora-postgresql")
                + "rules: [{name: R, severity: notice, metric: db.freeStorage, below: 20 % of storage}]\n";

        assertThat(problems(text)).containsExactly("shop.yaml:10:68: An Aurora cluster has no allocated storage."
                + " Write the bytes that must be free.");
    }

    @Test
    void twoRulesOfOneNameAreTold() {
        String text = GOOD + """
                rules:
                  - {name: R, severity: notice, metric: service.cpu, above: 80}
                  - {name: R, severity: warning, metric: service.cpu, above: 90}
                """;

        assertThat(problems(text)).containsExactly("shop.yaml:12:12: Two rules are called 'R', the first on line 11."
                + " Give each its own name, or remove one.");
    }

    static Stream<Arguments> tiers() {
        return Stream.of(
                Arguments.of("metric: service.cpu, above: 90", "metric: service.cpu, above: 80",
                        "63: The warning 'A' (above 90) never comes before the critical 'B' (above 80). Write more than 90"
                                + " here, or let it take longer."),
                Arguments.of("metric: service.cpu, above: 90", "metric: service.cpu, above: 90",
                        "63: The warning 'A' (above 90) never comes before the critical 'B' (above 90). Write more than 90"
                                + " here, or let it take longer."),
                Arguments.of("metric: db.freeStorage, below: 10 % of storage",
                        "metric: db.freeStorage, below: 20 % of storage",
                        "66: The warning 'A' (below 10 % of storage) never comes before the critical 'B' (below 20 % of"
                                + " storage). Write less than 10 % of storage here, or let it take longer."),
                Arguments.of("metric: service.cpu, above: 90, of: 3", "metric: service.cpu, above: 80, of: 2", "63"),
                Arguments.of("metric: service.cpu, above: 90, of: 2",
                        "metric: service.cpu, above: 80, breaching: 1, of: 5",
                        "63"),
                Arguments.of("metric: service.cpu, above: 90, period: 10m",
                        "metric: service.cpu, above: 80, period: 1m",
                        "63"),
                Arguments.of("metric: service.cpu, above: 90", "metric: service.cpu, above: 80, on: api", "63"));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void aWarningThatNeverComesBeforeTheCriticalIsTold(String warning, String critical, String problem) {
        assertThat(problems(both(warning, critical))).singleElement().asString()
                .startsWith("shop.yaml:12:" + problem.replaceFirst("^(\\d+).*", "$1") + ": ")
                .contains(problem.replaceFirst("^\\d+(: )?", ""));
    }

    @Test
    void theLaterOfTwoContradictoryRulesIsTold() {
        assertThat(problems(GOOD + """
                rules:
                  - {name: B, severity: critical, metric: service.cpu, above: 80}
                  - {name: A, severity: warning, metric: service.cpu, above: 90}
                """)).containsExactly("shop.yaml:12:62: The warning 'A' (above 90) never comes before the critical 'B'"
                + " (above 80). Write less than 80 here, or let the critical rule take longer.");
    }

    static Stream<Arguments> soundTiers() {
        return Stream.of(
                Arguments.of("metric: service.cpu, above: 80", "metric: service.cpu, above: 90"),
                Arguments.of("metric: cache.hitRate, below: 80", "metric: cache.hitRate, below: 60"),
                Arguments.of("metric: service.cpu, above: 90", "metric: service.memory, above: 80"),
                Arguments.of("metric: service.running, below: 2", "metric: service.running, above: 1"),
                Arguments.of("metric: service.cpu, above: 80", "metric: service.cpu, above: 80, of: 6"),
                Arguments.of("metric: service.cpu, above: 90, period: 1m",
                        "metric: service.cpu, above: 70, period: 1h"),
                Arguments.of("metric: service.cpu, above: 90, breaching: 3, of: 5",
                        "metric: service.cpu, above: 90, of: 3"),
                Arguments.of("metric: service.cpu, above: 90, on: api", "metric: service.cpu, above: 80, on: worker"),
                Arguments.of("metric: lb.5xx, above: 50, period: 5m", "metric: lb.5xx, above: 20, period: 1m"),
                Arguments.of("metric: db.connections, above: 90",
                        "metric: db.connections, above: 80 % of maxConnections"));
    }

    @ParameterizedTest
    @MethodSource("soundTiers")
    void aCriticalRuleThatComesLaterIsSound(String warning, String critical) {
        String shop = both(warning, critical).replace("  - name: api\n", "  - name: api\n  - name: worker\n")
                + "caches: [{id: redis}]\nloadBalancers: [{name: front}]\n";

        assertThat(problems(shop)).isEmpty();
    }

    @Test
    void aNoticeIsNoTier() {
        assertThat(problems(both("metric: service.cpu, above: 80", "metric: service.cpu, above: 70")
                .replace("severity: critical", "severity: notice "))).isEmpty();
    }

    private static String both(String warning, String critical) {
        return GOOD + "rules:\n  - {name: A, severity: warning,  " + warning + "}\n  - {name: B, severity: critical, "
                + critical + "}\n";
    }

    @Test
    void everythingIsToldAtOnceInTheOrderOfTheFile() {
        assertThat(problems("""
                stack: Shop
                environment: prod
                region: nowhere
                servces: []
                services:
                  - {name: api, desired: many}
                rules:
                  - {name: R, metric: service.cp, above: 200, severity: bad}
                """)).containsExactly(
                "shop.yaml:1:1: The file has no 'cluster'. Write for example 'cluster: tiketi-cluster-prod'.",
                "shop.yaml:2:14: 'environment' cannot be 'prod'. Choose one of these: development, test,"
                        + " production.",
                "shop.yaml:3:9: 'nowhere' is not the code of a Region. Write it as AWS does: ap-northeast-2.",
                "shop.yaml:4:1: Unknown key 'servces'. Did you mean 'services'?",
                "shop.yaml:6:26: 'desired' must be a whole number, but is the text 'many'. Write it in digits without quotes, such as"
                        + " 2.",
                "shop.yaml:8:23: There is no metric 'service.cp'. Did you mean 'service.cpu'?",
                "shop.yaml:8:57: 'severity' cannot be 'bad'. Choose one of these: notice, warning,"
                        + " critical.");
    }

    @Test
    void aComponentWithAProblemStillCountsForTheRulesOnIt() {
        String text = GOOD.replace("    engine: postgres\n", "")
                + "rules: [{name: R, severity: notice, metric: db.cpu, on: main, above: 80}]\n";

        assertThat(problems(text)).containsExactly(
                "shop.yaml:8:5: A database has no 'engine'. Write for example 'engine: postgres'.");
    }

    @Test
    void aMistypedListDoesNotAccuseTheRules() {
        String text = GOOD.replace("services:", "servces:")
                + "rules: [{name: R, severity: notice, metric: service.cpu, above: 80}]\n";

        assertThat(problems(text)).containsExactly(
                "shop.yaml:5:1: Unknown key 'servces'. Did you mean 'services'?");
    }
}
