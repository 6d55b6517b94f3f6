package io.watchdeck.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            UpdateService,                 update-service
            StopTask,                      stop-task
            StartMessageMoveTask,          start-message-move-task
            RegisterScalableTarget,        register-scalable-target
            """)
    void actionsAreKebabCaseOnTheCommandLine(String action, String word) {
        assertThat(ApiRequest.of("ecs", action).command(List.of())).isEqualTo("aws ecs " + word);
    }

    @Test
    void fieldsAreKebabCaseInTheirOrderAndOptionsOfPlaceComeLast() {
        ApiRequest request = ApiRequest.of("sqs", "StartMessageMoveTask").with("sourceArn", "arn:aws:sqs:r:1:q")
                .with("maxNumberOfMessagesPerSecond", 10);

        assertThat(request.command(List.of("--region", "us-east-1", "--profile", "sora kim")))
                .isEqualTo("aws sqs start-message-move-task --source-arn arn:aws:sqs:r:1:q"
                        + " --max-number-of-messages-per-second 10 --region us-east-1 --profile 'sora kim'");
    }

    @Test
    void aSwitchHasNoValueAndAListHasAllOfIts() {
        ApiRequest request = ApiRequest.of("ecs", "UpdateService").with("things", List.of("a=1,b=2", "c d"))
                .flag("forceNewDeployment");

        assertThat(request.command(List.of())).isEqualTo("aws ecs update-service --things a=1,b=2 'c d'"
                + " --force-new-deployment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain.word/with:all=of,@%+-_ | plain.word/with:all=of,@%+-_
            two words                    | 'two words'
            sora's                       | 'sora'\\''s'
            $HOME `                      | '$HOME `'
            a;rm -rf *                   | 'a;rm -rf *'
            back\\slash                  | 'back\\slash'
            “quoted”                     | '“quoted”'
            소라                          | '소라'
            #no                          | '#no'
            ``                           | ''
            """)
    void aShellTakesEveryWordForWhatItIs(String word, String quoted) {
        assertThat(ApiRequest.of("ecs", "StopTask").with("reason", word).command(List.of()))
                .isEqualTo("aws ecs stop-task --reason " + quoted);
    }

    @Test
    void linesAndQuotesOfANoteStayInsideOneWord() {
        assertThat(ApiRequest.of("ecs", "StopTask").with("reason", "a\n\"b\"").command(List.of()))
                .isEqualTo("aws ecs stop-task --reason 'a\n\"b\"'");
    }

    @Test
    void whatItIsLikeStandsInALineOfItsOwnBeforeTheCommand() {
        assertThat(ApiRequest.of("batch", "SubmitJob").with("jobQueue", "q").like(List.of("job-1", "job-2"))
                .command(List.of("--region", "r"))).isEqualTo("# job-1 job-2\n"
                        + "aws batch submit-job --job-queue q --region r");
    }

    @Test
    void itsNameIsTheIamAction() {
        assertThat(ApiRequest.of("ecs", "UpdateService").name()).isEqualTo("ecs:UpdateService");
    }
}
