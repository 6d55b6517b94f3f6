package io.watchdeck.aws;

import java.util.Map;

/// Identity Center on the loopback interface, and what it hands out.
final class FakeSignInService {

    static final String CLIENT_SECRET = "client-secret-0123456789-planted";
    static final String DEVICE_CODE = "device-code-0123456789-planted";
    static final String ACCESS_TOKEN = "access-token-0123456789-planted";
    static final String REFRESH_TOKEN = "refresh-token-0123456789-planted";
    static final String USER_CODE = "BHDF-XQJL";
    static final long REGISTRATION_ENDS = 4_070_908_800L;

    /// Seconds: ten years, so that it holds by whatever clock the SDK looks at.
    static final int TOKEN_HOLDS = 315_360_000;

    private FakeSignInService() {}

    /// @param tokens what comes of the tries to get a token, one after another
    static void on(LoopbackAws aws, LoopbackAws.Answer... tokens) {
        aws.on("RegisterClient", ok(Map.of("clientId", "client", "clientSecret", CLIENT_SECRET,
                "clientIdIssuedAt", 1, "clientSecretExpiresAt", REGISTRATION_ENDS)));
        aws.on("StartDeviceAuthorization", ok(Map.of("deviceCode", DEVICE_CODE, "userCode", USER_CODE,
                "verificationUri", "https://device.sso.ap-northeast-2.amazonaws.com/",
                "verificationUriComplete", "https://device.sso.ap-northeast-2.amazonaws.com/?user_code=" + USER_CODE,
                "expiresIn", 600, "interval", 1)));
        aws.on("CreateToken", tokens);
    }

    static LoopbackAws.Answer ok(Map<String, Object> content) {
        return LoopbackAws.status(200, "application/json", Wire.json(content));
    }

    static LoopbackAws.Answer pending() {
        return LoopbackAws.restError(400, "AuthorizationPendingException", "pending");
    }

    static LoopbackAws.Answer slowDown() {
        return LoopbackAws.restError(400, "SlowDownException", "slower");
    }

    static LoopbackAws.Answer token() {
        return ok(Map.of("accessToken", ACCESS_TOKEN, "tokenType", "Bearer", "expiresIn", TOKEN_HOLDS,
                "refreshToken", REFRESH_TOKEN));
    }

    /// Without one that renews it.
    static LoopbackAws.Answer bareToken() {
        return ok(Map.of("accessToken", ACCESS_TOKEN, "tokenType", "Bearer", "expiresIn", TOKEN_HOLDS));
    }
}
