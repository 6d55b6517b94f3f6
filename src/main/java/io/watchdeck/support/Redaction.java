package io.watchdeck.support;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes out of a text what lets somebody sign in: keys, tokens, passwords, codes. What is left still tells what happened:
/// which key it was (by its last four signs), which host, which account. Has no state.
///
/// It would rather take too much: a text of forty letters and digits of every kind is taken for a secret access key, which
/// has no other mark.
public final class Redaction {

    private static final String HIDDEN = "[redacted]";
    private static final int KEPT = 4;

    /// A value behind the name of something secret, as properties, JSON, YAML, headers and queries write it.
    private static final Pattern NAMED =
            Pattern.compile("(?i)([\\w-]*(?:secret|token|signature|device_?code|user_?code|"
                    + "code_?verifier|mfa_?code|api_?key|access_?key(?!_?id))[\\w-]*[\"']?\\s*[:=]\\s*)(?!\\[redacted])"
                    + "(\"[^\"]*\"|'[^']*'|[^\\s,;&\"'}\\])]+)");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?)([^\"'\\r\\n]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bbearer\\s+)([\\w.~+/=-]+)");
    /// A password may have any sign in it, those between the parameters of a query too.
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)([\\w-]*(?:password|passwd)[\\w-]*[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s\"']+)");
    /// What a `credential_process` that failed has said, as the SDK tells it, to the next line of a log: anything may
    /// stand in it, and that it failed is all that the console needs.
    private static final Pattern SAID_BY_A_PROCESS = Pattern.compile(
            "(non-zero exit value \\(-?\\d+\\) with error message: )[^\\r\\n]*(?:\\R(?!\\d{4}-\\d\\d-\\d\\dT)[^\\r\\n]*)*");
    /// `https://user:password@host`.
    private static final Pattern OF_A_USER = Pattern.compile("(://)([^/\\s]+)(?=@)");
    /// A private key.
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)");
    /// A JSON Web Token.
    private static final Pattern WEB_TOKEN = Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?");
    /// See "IAM identifiers" in the IAM user guide: the prefix tells the kind, keys of a person or of a session.
    private static final Pattern KEY_ID = Pattern.compile("\\b((?:AKIA|ASIA)[A-Z2-7]{12,})([A-Z2-7]{4})\\b");
    private static final Pattern SECRET_KEY = Pattern.compile("(?<![\\w/+.-])(?=[\\w/+]*[A-Z])(?=[\\w/+]*[a-z])"
            + "(?=[\\w/+]*\\d)[A-Za-z0-9/+]{40}(?![\\w/+=-]|\\.\\w)");
    /// Session tokens, refresh tokens, signed documents.
    private static final Pattern LONG = Pattern.compile("(?<![\\w/+-])[A-Za-z0-9/+_-]{100,}={0,2}");

    /// Twelve digits, of which the last four tell one account of a person from another. A UUID, such as that of a request,
    /// may end in as many.
    private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)"
            + "(?<!\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-)\\d{8}(?=\\d{4}(?!\\d))");

    private static final List<Pattern> BEHIND_A_NAME = List.of(SAID_BY_A_PROCESS, AUTHORIZATION, BEARER,
            PASSWORD, NAMED, OF_A_USER);
    private static final List<Pattern> WHOLE = List.of(PRIVATE_KEY, WEB_TOKEN, LONG, SECRET_KEY);

    private Redaction() {}

    public static String of(String text) {
        String told = text;
        for (Pattern pattern : BEHIND_A_NAME) {
            told = pattern.matcher(told).replaceAll("$1" + HIDDEN);
        }
        for (Pattern pattern : WHOLE) {
            told = pattern.matcher(told).replaceAll(HIDDEN);
        }
        return KEY_ID.matcher(told).replaceAll(Redaction::end);
    }

    /// The same of a text that is sent to others: account numbers are shown by their last four digits, too.
    public static String shared(String text) {
        return ACCOUNT.matcher(of(text)).replaceAll("********");
    }

    private static String end(MatchResult key) {
        return key.group(1).substring(0, KEPT) + "..." + key.group(2);
    }
}
