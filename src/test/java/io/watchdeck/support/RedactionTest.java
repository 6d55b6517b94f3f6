package io.watchdeck.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String LONG = "IQoJb3JpZ2luX2VjE".repeat(12);

    @ParameterizedTest
    @ValueSource(strings = {"aws_secret_access_key = hunter2", "\"clientSecret\":\"hunter2\"", "password: 'hunter2'",
            "refreshToken=hunter2, x=1", "?X-Amz-Signature=hunter2&a=b", "X-Amz-Security-Token: hunter2",
            "deviceCode=hunter2", "https://sora:hunter2@host/path", "https://sora:p@hunter2@host/path",
            "Authorization: Basic hunter2", "Bearer hunter2",
            "password=Tr0ub4dor&hunter2", "PGPASSWORD=a;hunter2", "SecretAccessKey=hunter2",
            "\"accessToken\" : \"hunter2\"", "AWS_SESSION_TOKEN=hunter2"})
    void aValueBehindTheNameOfASecretIsTakenOut(String text) {
        assertThat(Redaction.of(text)).doesNotContain("hunter2").contains("[redacted]");
    }

    @Test
    void nothingIsToldOfWhatACredentialProcessSaid() {
        String log = "2026-11-23T15:15:09Z INFO Failed. (Command returned non-zero exit value (3) with error message: "
                + "denied: tok hvs.CAESI\nPIN 482913)\n2026-11-23T15:15:10Z INFO on";

        assertThat(Redaction.of(log))
                .isEqualTo("2026-11-23T15:15:09Z INFO Failed. (Command returned non-zero exit value "
                        + "(3) with error message: [redacted]\n2026-11-23T15:15:10Z INFO on");
    }

    @Test
    void aSecretAccessKeyIsKnownByItsLook() {
        assertThat(Redaction.of("The key " + SECRET + " was refused")).isEqualTo("The key [redacted] was refused");
    }

    @Test
    void aSecretAccessKeyIsKnownWhereverItStands() {
        assertThat(Redaction.of("sk=" + SECRET + " and " + SECRET + ".")).isEqualTo("sk=[redacted] and [redacted].");
    }

    @Test
    void aPrivateKeyIsTakenOutToItsEnd() {
        assertThat(Redaction.of("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nowIB\n-----END RSA PRIVATE KEY-----\nb"))
                .isEqualTo("a\n[redacted]\nb");
        assertThat(Redaction.of("cut\n-----BEGIN PRIVATE KEY-----\nMIIE")).isEqualTo("cut\n[redacted]");
    }

    @Test
    void aTokenIsKnownByItsLengthOrItsBegin() {
        assertThat(Redaction.of("got " + LONG + "==, then eyJhbGciOi.eyJzdWIi.c2lnbg")).isEqualTo(
                "got [redacted], then [redacted]");
    }

    @Test
    void ofAnAccessKeyIdItsKindAndEndAreLeft() {
        assertThat(Redaction.of("accessKeyId=ASIAIOSFODNN7EXAMPLE")).isEqualTo("accessKeyId=ASIA...MPLE");
    }

    @Test
    void whatIsSharedTellsAnAccountByItsEndAndLeavesAUuidWhole() {
        assertThat(Redaction.shared("arn:aws:iam::123456789012:role/Ops, x-123456789012"))
                .isEqualTo("arn:aws:iam::********9012:role/Ops, x-********9012");
        String request = "RequestId: 0f8fad5b-d9cb-469f-a165-708677289501";
        assertThat(Redaction.shared(request)).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"software.amazon.awssdk.services.ecs.model.ClusterNotFoundException: Cluster not found.",
            "\tat io.watchdeck.aws.EcsFleetSource.services(EcsFleetSource.java:88)",
            "arn:aws:ecs:ap-northeast-2:123456789012:task/glimpse-prod/0f8fad5bd9cb469fa16570867728950e",
            "The token has expired.", "access_key_id of profile glimpse", "/home/sora/.aws/sso/cache is not there",
            "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"})
    void whatNobodySignsInWithStays(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
