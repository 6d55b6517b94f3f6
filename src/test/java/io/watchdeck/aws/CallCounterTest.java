package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

class CallCounterTest {

    private static final URI EMULATOR = URI.create("http://127.0.0.1:4566");

    private final Meter meter = new Meter(PriceList.shipped(),
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));

    private record Leaving(SdkHttpRequest httpRequest) implements Context.BeforeTransmission {

        static Leaving to(URI address) {
            return new Leaving(SdkHttpRequest.builder().uri(address).method(SdkHttpMethod.POST).build());
        }

        @Override
        public Optional<RequestBody> requestBody() {
            return Optional.empty();
        }

        @Override
        public Optional<AsyncRequestBody> asyncRequestBody() {
            return Optional.empty();
        }

        @Override
        public SdkRequest request() {
            return GetCallerIdentityRequest.builder().build();
        }
    }

    /// As to the endpoint of a VPC that a stack file names, in a console that has an emulator for the others.
    @Test
    void whereOneCallGoesToAwsTheMeterIsNotSaidToBeOfAnotherPlace() {
        var counter = new CallCounter(meter, AwsRig.SEOUL, "STS", () -> "123456789012",
                AwsSettings.standard().withEndpoint(EMULATOR));
        meter.elsewhere("127.0.0.1:4566");
        var attributes = new ExecutionAttributes();
        attributes.putAttribute(SdkExecutionAttribute.OPERATION_NAME, "GetCallerIdentity");

        counter.beforeTransmission(Leaving.to(EMULATOR), attributes);
        assertThat(meter.elsewhere()).contains("127.0.0.1:4566");

        counter.beforeTransmission(Leaving.to(URI.create("https://vpce-1.sts.ap-northeast-2.vpce.amazonaws.com")),
                attributes);
        assertThat(meter.elsewhere()).isEmpty();
        assertThat(meter.calls()).containsEntry("STS:GetCallerIdentity", 2L);
    }
}
