package io.watchdeck.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.NewStackFiles.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewStackFilesTest {

    private static final String SHOP = """
            stack: Shop
            environment: test
            region: eu-west-1
            cluster: shop
            services:
              - name: api
            """;

    @TempDir
    Path home;

    private Path folder() {
        return home.resolve("config/stacks");
    }

    private NewStackFiles files() {
        return new NewStackFiles(folder(), "~/stacks", true, new StackReader(List.of()));
    }

    @Test
    void theFolderIsMadeWithTheFirstFileAndHoldsNothingElse() throws IOException {
        Outcome outcome = files().write("shop-test", SHOP);

        Path file = folder().resolve("shop-test.yaml");
        assertThat(outcome).isEqualTo(new Outcome.Written(file));
        assertThat(file).hasContent(SHOP);
        try (Stream<Path> all = Files.list(folder())) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.yaml", "shop.yml", "Shop.yaml", "shop"})
    void aFileThatIsThereIsKeptAndAnotherNameProposed(String wanted) throws IOException {
        Files.createDirectories(folder());
        Path there = Files.writeString(folder().resolve("shop.yaml"), "precious");

        Outcome outcome = files().write(wanted, SHOP);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Taken.class,
                taken -> assertThat(taken.free()).isEqualToIgnoringCase("shop-2.yaml"));
        assertThat(there).hasContent("precious");
        try (Stream<Path> all = Files.list(folder())) {
            assertThat(all).containsExactly(there);
        }
    }

    @Test
    void aStackThatAnotherFileDescribesIsNotDescribedTwice() {
        files().write("shop-test", SHOP);

        assertThat(files().write("mine", SHOP)).isEqualTo(new Outcome.Described("shop-test.yaml"));
        assertThat(files().write("mine", SHOP.replace("test", "production"))).isInstanceOf(Outcome.Written.class);
    }

    @Test
    void eachOfSeveralGetsANameOfItsOwn() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("shop.yml"), "precious");

        assertThat(files().free(List.of("shop.yaml", "shop", "other.yaml"))).containsExactly("shop-2.yaml",
                "shop-3.yaml", "other.yaml");
    }

    @Test
    void aFolderThatCannotBeMadeIsAReasonAndNoMistake() throws IOException {
        Files.writeString(home.resolve("config"), "a file");

        assertThat(files().write("shop", SHOP)).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.why()).contains("config"));
    }

    @ParameterizedTest
    @CsvSource({"shop,true", "가게-운영.yaml,true", "shop v2.yml,true", "../shop,false", "a/b,false", "'',false",
            ".hidden,false", "a:b,false"})
    void onlyWhatNamesAFileInTheFolderIsAName(String name, boolean good) {
        assertThat(NewStackFiles.isName(name)).isEqualTo(good);
    }
}
