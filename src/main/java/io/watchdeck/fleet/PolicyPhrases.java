package io.watchdeck.fleet;

import io.watchdeck.model.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says the policies of a [ScalingRange] in the language of a person. They are kept with the history in words of their own;
/// what is not one of these is a name from AWS, and stays as it is.
public final class PolicyPhrases {

    private static final String OUT_ONLY = " (scale-out only)";
    private static final Map<String, Pattern> KNOWN = Map.of("policy.cpu", Pattern.compile("CPU (\\S+) %"),
            "policy.memory", Pattern.compile("memory (\\S+) %"), "policy.requests",
            Pattern.compile("ALB requests (\\S+) per target"), "policy.step", Pattern.compile("step scaling (.*)"),
            "policy.predictive", Pattern.compile("predictive scaling (.*)"), "policy.noScaleIn",
            Pattern.compile("(scale-in suspended)"), "policy.noScaleOut", Pattern.compile("(scale-out suspended)"),
            "policy.noSchedule", Pattern.compile("(scheduled scaling suspended)"));

    private PolicyPhrases() {}

    public static List<Phrase> of(ScalingRange range) {
        return range.policies().stream().map(PolicyPhrases::of).toList();
    }

    /// All of them in one; empty where there are none.
    public static Optional<Phrase> joined(ScalingRange range) {
        return of(range).stream().reduce((one, other) -> Phrase.of("list.and", one, other));
    }

    private static Phrase of(String policy) {
        if (policy.endsWith(OUT_ONLY)) {
            return Phrase.of("policy.outOnly", of(policy.substring(0, policy.length() - OUT_ONLY.length())));
        }
        for (Map.Entry<String, Pattern> known : KNOWN.entrySet()) {
            Matcher matcher = known.getValue().matcher(policy);
            if (matcher.matches()) {
                return Phrase.of(known.getKey(), matcher.group(1));
            }
        }
        return Phrase.of("policy.other", policy);
    }
}
