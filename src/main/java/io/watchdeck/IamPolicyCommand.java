package io.watchdeck;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.aws.AwsRights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck iam-policy`: the rights that the console needs, as a policy of IAM. Asks nobody.
@Command(name = "iam-policy",
        description = "Prints an IAM policy with the rights of the calls that the console makes, and no others: one statement "
                + "for what it reads, one for what only 'discover' asks, and one for operations, which --read-only leaves "
                + "out.%n"
                + "Its resources are all of the account: most of what reads cannot be narrowed, what changes can. A role's "
                + "profile needs sts:AssumeRole where the role is assumed from, and queues with a key of their own "
                + "kms:Decrypt and kms:GenerateDataKey on it.%n"
                + "Exit code: 0.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class IamPolicyCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        AwsRights.of(console.options().readOnly()).forEach(rights -> {
            ObjectNode statement = statements.addObject();
            statement.put("Sid", rights.purpose()).put("Effect", "Allow");
            rights.actions().forEach(statement.putArray("Action")::add);
            statement.put("Resource", "*");
        });
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            spec.commandLine().getOut().println(JsonMapper.builder().build().writer(printer)
                    .writeValueAsString(policy));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ExitCode.OK;
    }
}
