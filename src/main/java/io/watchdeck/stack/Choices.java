package io.watchdeck.stack;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.yaml.Choice;
import io.watchdeck.yaml.Choice.Word;
import java.util.List;

/// The words that keys of a stack file may have.
final class Choices {

    static final Choice<Environment> ENVIRONMENT = new Choice<>(List.of(
            new Word<>("development", Environment.DEVELOPMENT),
            new Word<>("test", Environment.TEST),
            new Word<>("production", Environment.PRODUCTION)));

    /// The severities that somebody can ask for: "fine" is the absence of a problem and "unknown" a missing figure.
    static final Choice<Severity> SEVERITY = new Choice<>(List.of(
            new Word<>("notice", Severity.NOTICE),
            new Word<>("warning", Severity.WARNING),
            new Word<>("critical", Severity.CRITICAL)));

    static final Choice<Kind> DATABASE_KIND = new Choice<>(List.of(
            new Word<>("instance", Kind.INSTANCE),
            new Word<>("cluster", Kind.CLUSTER)));

    /// CloudWatch's own words for "treat missing data as".
    static final Choice<MissingData> MISSING = new Choice<>(List.of(
            new Word<>("missing", MissingData.MISSING),
            new Word<>("breaching", MissingData.BREACHING),
            new Word<>("notBreaching", MissingData.NOT_BREACHING),
            new Word<>("ignore", MissingData.IGNORE)));

    private Choices() {}
}
