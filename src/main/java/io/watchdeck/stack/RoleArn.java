package io.watchdeck.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ARN of a role, as a person writes it in a stack file or on the command line.
public final class RoleArn {

    private static final Pattern FORM = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/\\S+");

    private RoleArn() {}

    /// The account that the role belongs to; empty where the text is no ARN of a role.
    public static Optional<String> account(String arn) {
        Matcher matcher = FORM.matcher(arn);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
