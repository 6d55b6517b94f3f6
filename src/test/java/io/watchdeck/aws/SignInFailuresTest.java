package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInFailuresTest {

    @ParameterizedTest
    @CsvSource({"eu-west-1, oidc.eu-west-1.amazonaws.com", "us-gov-west-1, oidc.us-gov-west-1.amazonaws.com",
            "cn-north-1, oidc.cn-north-1.amazonaws.com.cn"})
    void theHostIsThatOfThePartition(String region, String host) {
        assertThat(SignInFailures.host("oidc", new Region(region))).isEqualTo(host);
    }
}
