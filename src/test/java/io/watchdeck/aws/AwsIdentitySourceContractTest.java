package io.watchdeck.aws;

import io.watchdeck.identity.IdentitySource;
import io.watchdeck.identity.IdentitySourceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsIdentitySourceContractTest extends IdentitySourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected IdentitySource signedInTo(String account) {
        return answering(LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "AROA:sora", "Account", account,
                "Arn", "arn:aws:sts::" + account + ":assumed-role/WatchdeckOperator/sora")));
    }

    @Override
    protected IdentitySource expired() {
        return answering(LoopbackAws.xmlError(403, "ExpiredToken", "The security token included has expired"));
    }

    @Override
    protected IdentitySource throttled() {
        return answering(LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
    }

    private IdentitySource answering(LoopbackAws.Answer answer) {
        rig.aws.on("GetCallerIdentity", answer);
        return rig.cloud.identity();
    }
}
