package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {

    @TempDir
    private Path folder;

    /// As H2 throws it where the damage hit what it writes about its chunks.
    @Test
    void whatShouldBeANumberInTheFileAndIsNoneIsDamage() {
        var page = new NumberFormatException("For input string: \"8\u0228\u2082B\"");

        assertThat(
                Trouble.of(new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1, page), folder).kind())
                .isEqualTo(Trouble.Kind.DAMAGED);
        assertThat(Trouble.of(new IllegalStateException(page), folder).kind()).isEqualTo(Trouble.Kind.DAMAGED);
    }

    @Test
    void aStatementThatTakesATextForANumberIsAMistakeAndNoDamage() {
        var converted = new SQLException("Data conversion error", "22018", ErrorCode.DATA_CONVERSION_ERROR_1,
                new NumberFormatException("For input string: \"a\""));

        assertThat(Trouble.of(new IllegalStateException(converted), folder).kind())
                .isEqualTo(Trouble.Kind.MISTAKE);
        assertThat(Trouble.atOpening(converted, folder).kind()).as("what is read while the file is opened")
                .isEqualTo(Trouble.Kind.DAMAGED);
    }
}
