package io.watchdeck.stack;

import static io.watchdeck.stack.StackFiles.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {

    private final StackFolder folders = new StackFolder(StackFiles.reader());

    @TempDir
    private Path folder;

    @Test
    void aBadFileKeepsNoOtherStackFromBeingWatched() throws Exception {
        write("b.yaml", GOOD);
        write("a.yml", GOOD.replace("stack: Shop", "stack: Shop 2"));
        Path bad = write("bad.yaml", GOOD + "servces: []\n");

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).extracting(stack -> stack.id().value()).containsExactly("a", "b");
        assertThat(contents.problems()).containsExactly(new FileProblem(bad.toString(), 10, 1,
                "Unknown key 'servces'.", "Did you mean 'services'?"));
    }

    @Test
    void otherFilesHiddenFilesAndFoldersAreLeftAlone() throws Exception {
        write("notes.txt", "x");
        write(".hidden.yaml", "x");
        write("a.yaml~", "x");
        Files.createDirectory(folder.resolve("old.yaml"));

        assertThat(folders.read(folder).stacks()).isEmpty();
        assertThat(folders.read(folder).problems()).isEmpty();
    }

    @Test
    void theFileOfAStackIsFoundByItsName() throws Exception {
        Path shop = write("shop.yml", GOOD);

        assertThat(StackFolder.file(folder, new StackId("shop"))).contains(shop);
        assertThat(StackFolder.file(folder, new StackId("forum"))).isEmpty();
    }

    @Test
    void twoFilesOfOneStackAreTold() throws Exception {
        write("shop.yaml", GOOD);
        Path second = write("shop.yml", GOOD);

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).hasSize(1);
        assertThat(contents.problems()).containsExactly(new FileProblem(second.toString(), 0, 0,
                "The stack 'shop' is already described by shop.yaml.", "Rename one of them."));
    }

    @Test
    void oneStackUnderTwoNamesIsTold() throws Exception {
        write("a.yaml", GOOD);
        Path second = write("b.yaml", GOOD + "pipes: [another]\n");

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).extracting(stack -> stack.id().value()).containsExactly("a");
        assertThat(contents.problems()).containsExactly(new FileProblem(second.toString(), 0, 0,
                "This stack is already described by a.yaml: 'stack', 'environment', 'region' and 'cluster' are the"
                        + " same.",
                "Remove one of the files, or correct what should differ."));
    }

    @Test
    void theFileThatWasThereFirstKeepsTheStack() throws Exception {
        write("shop.yaml", GOOD);
        folders.read(folder);
        Path second = write("a.yaml", GOOD);

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).extracting(stack -> stack.id().value()).containsExactly("shop");
        assertThat(contents.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(second.toString());
            assertThat(problem.problem()).contains("already described by shop.yaml");
        });
    }

    @Test
    void theFileThatWasThereFirstKeepsItsId() throws Exception {
        Path first = write("shop.yml", GOOD);
        folders.read(folder);
        Path second = write("shop.yaml", GOOD.replace("stack: Shop", "stack: Another"));

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).extracting(StackFile::name).containsExactly("Shop");
        assertThat(contents.problems()).extracting(FileProblem::file).containsExactly(second.toString());
        assertThat(folders.fileOf(folder, new StackId("shop"))).contains(first);
    }

    @Test
    void whatAFileSaidWhenItWasRightLastStaysInUseWhileItIsWrong() throws Exception {
        Path file = write("shop.yaml", GOOD);
        write("forum.yaml", GOOD.replace("cluster: shop", "cluster: forum"));
        List<StackFile> before = folders.read(folder).stacks();
        write("shop.yaml", GOOD.replace("cluster:", "clutser:"));

        for (int reading = 0; reading < 2; reading++) {
            StackFolder.Contents contents = folders.read(folder);
            assertThat(contents.stacks()).isEqualTo(before);
            assertThat(contents.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.file()).isEqualTo(file.toString());
                assertThat(problem.covered()).isTrue();
            });
        }

        write("shop.yaml", GOOD.replace("cluster: shop", "cluster: shop-2"));
        assertThat(folders.read(folder).problems()).isEmpty();
        assertThat(folders.read(folder).stacks()).extracting(StackFile::cluster).containsExactly("forum", "shop-2");
    }

    @Test
    void aFileThatIsTakenOutWhileItIsWrongIsForgotten() throws Exception {
        Path file = write("shop.yaml", GOOD);
        folders.read(folder);
        write("shop.yaml", "servces: []\n");
        folders.read(folder);
        Files.delete(file);

        assertThat(folders.read(folder).stacks()).isEmpty();
        assertThat(folders.read(folder).problems()).isEmpty();

        write("shop.yaml", "servces: []\n");
        assertThat(folders.read(folder).stacks()).isEmpty();
        assertThat(folders.read(folder).problems()).isNotEmpty().noneMatch(FileProblem::covered);
    }

    @Test
    void aStackThatWasMovedToAnotherFileIsNotWatchedTwice() throws Exception {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("cluster: shop", "cluster: shop-2"));
        folders.read(folder);
        Path refused = write("a.yaml", GOOD.replace("cluster: shop", "cluster: shop-2"));
        write("c.yaml", GOOD);

        StackFolder.Contents contents = folders.read(folder);

        assertThat(contents.stacks()).extracting(stack -> stack.id().value()).containsExactly("b", "c");
        assertThat(contents.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(refused.toString());
            assertThat(problem.covered()).isFalse();
        });
    }

    @Test
    void aFileThatIsWrongForAMomentKeepsItsStack() throws Exception {
        Path first = write("shop.yaml", GOOD);
        folders.read(folder);
        Path second = write("a.yaml", GOOD);
        write("shop.yaml", GOOD + "servces: []\n");

        assertThat(folders.read(folder).stacks()).extracting(stack -> stack.id().value()).containsExactly("shop");
        assertThat(folders.read(folder).problems()).extracting(FileProblem::file)
                .containsExactly(second.toString(), first.toString());

        write("shop.yaml", GOOD);
        assertThat(folders.read(folder).stacks()).extracting(stack -> stack.id().value()).containsExactly("shop");
    }

    @Test
    void theSecondFileHasTheStackOnceTheFirstIsGoneOrDescribesAnother() throws Exception {
        Path first = write("shop.yaml", GOOD);
        folders.read(folder);
        write("a.yaml", GOOD);
        folders.read(folder);

        write("shop.yaml", GOOD.replace("cluster: shop", "cluster: shop-2"));
        assertThat(folders.read(folder).problems()).isEmpty();
        assertThat(folders.read(folder).stacks()).hasSize(2);

        write("shop.yaml", GOOD);
        assertThat(folders.read(folder).problems()).extracting(FileProblem::file).as("who came back is the second")
                .containsExactly(first.toString());

        Files.delete(folder.resolve("a.yaml"));
        assertThat(folders.read(folder).problems()).isEmpty();
        assertThat(folders.read(folder).stacks()).extracting(stack -> stack.id().value()).containsExactly("shop");
    }

    @Test
    void aFileThatMayNotDescribeItsStackTakesNoIdFromAnother() throws Exception {
        write("a.yaml", GOOD);
        Path refused = write("shop.yaml", GOOD);
        write("shop.yml", GOOD.replace("cluster: shop", "cluster: shop-2"));

        assertThat(folders.read(folder).stacks()).extracting(StackFile::cluster).containsExactly("shop", "shop-2");
        assertThat(folders.read(folder).problems()).extracting(FileProblem::file).containsExactly(refused.toString());
    }

    @Test
    void oneNameMayStandForSeveralPlaces() throws Exception {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD.replace("environment: test", "environment: production"));
        write("c.yaml", GOOD.replace("eu-west-1", "eu-west-2"));
        write("d.yaml", GOOD.replace("cluster: shop", "cluster: shop-2"));
        write("e.yaml", GOOD + "account: '123456789012'\n");
        write("f.yaml", GOOD + "profile: other\n");

        assertThat(folders.read(folder).problems()).isEmpty();
        assertThat(folders.read(folder).stacks()).hasSize(6);
    }

    @Test
    void aNameInPiecesIsTheSameName() throws Exception {
        write("티켓.yaml", GOOD);
        write(Normalizer.normalize("티켓", Normalizer.Form.NFD) + ".yml", GOOD);

        assertThat(folders.read(folder).stacks()).hasSize(1);
        assertThat(folders.read(folder).problems()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links need a privilege there
    void aLinkThatLeadsNowhereIsTold() throws Exception {
        Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("gone.yaml"));
        write("b.yaml", GOOD);

        assertThat(folders.read(folder).stacks()).hasSize(1);
        assertThat(folders.read(folder).problems()).extracting(FileProblem::problem)
                .containsExactly("There is no such file.");
    }

    @Test
    void aFolderThatIsNotThereAndAFileInsteadAreTold() throws Exception {
        assertThat(folders.read(folder.resolve("none")).problems()).extracting(FileProblem::problem)
                .containsExactly("There is no such folder.");
        assertThat(folders.read(write("a.yaml", GOOD)).problems()).extracting(FileProblem::problem)
                .containsExactly("This is not a folder.");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
