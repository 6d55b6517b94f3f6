package io.watchdeck.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A request as people read it: the service and action by AWS's names and the fields that are sent, no others.
///
/// @param service as the command line names it: `ecs`, `sqs`, `application-autoscaling`, `batch`
/// @param action  such as `UpdateService`
/// @param fields  in order
/// @param like    ids of what the fields are taken from, where they are those of something else
public record ApiRequest(String service, String action, List<Field> fields, List<String> like) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");
    private static final Pattern BEFORE_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public ApiRequest {
        fields = List.copyOf(fields);
        like = List.copyOf(like);
    }

    /// @param values none is a switch that is on
    public record Field(String name, List<String> values) {
        public Field {
            values = List.copyOf(values);
        }
    }

    static ApiRequest of(String service, String action) {
        return new ApiRequest(service, action, List.of(), List.of());
    }

    ApiRequest with(String name, String value) {
        return with(name, List.of(value));
    }

    ApiRequest with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    ApiRequest flag(String name) {
        return with(name, List.of());
    }

    ApiRequest with(String name, List<String> values) {
        var all = new ArrayList<>(fields);
        all.add(new Field(name, values));
        return new ApiRequest(service, action, all, like);
    }

    ApiRequest like(List<String> ids) {
        return new ApiRequest(service, action, fields, ids);
    }

    /// `ecs:UpdateService`, which is the IAM action too.
    public String name() {
        return service + ":" + action;
    }

    /// As a command of the AWS command line, for a POSIX shell. What it is like stands before it in a line of its own, as
    /// a comment.
    ///
    /// @param where options that say where, such as `--region us-east-1`; they come last
    public String command(List<String> where) {
        var words = new ArrayList<String>();
        words.add("aws");
        words.add(service);
        words.add(kebab(action));
        for (Field field : fields) {
            words.add("--" + kebab(field.name()));
            field.values().stream().map(ApiRequest::quoted).forEach(words::add);
        }
        where.stream().map(ApiRequest::quoted).forEach(words::add);
        String command = String.join(" ", words);
        return like.isEmpty() ? command : "# " + String.join(" ", like).replaceAll("\\R", " ") + "\n" + command;
    }

    private static String kebab(String camel) {
        return String.join("-", BEFORE_CAPITAL.split(camel)).toLowerCase(Locale.ROOT);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
