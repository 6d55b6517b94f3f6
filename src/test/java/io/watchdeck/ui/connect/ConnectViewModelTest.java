package io.watchdeck.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectViewModelTest {

    private static final String TIKETI = "tiketi-cluster-prod";
    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            SandboxProspects.SEOUL, List.of());
    private static final List<Profile> PROFILES = List.of(
            new Profile("america", Profile.Kind.STATIC, Optional.of(new Region("us-east-1")), Optional.empty(),
                    Optional.empty()),
            new Profile("ops", Profile.Kind.SSO, Optional.empty(), Optional.of(COMPANY), Optional.empty()));

    @TempDir
    Path folder;

    private final SandboxProspects prospects = new SandboxProspects();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Door> entered = new ArrayList<>();

    private ConnectViewModel model() {
        var model = new ConnectViewModel(prospects.desk(folder, waiting::add, Runnable::run),
                new Words(Locale.ENGLISH, Snapshots.ZONE), entered::add);
        model.show(new SignInState(PROFILES, Optional.empty(), Map.of(), false, Optional.empty()));
        work();
        return model;
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private ConnectViewModel atStack(String... clusters) {
        ConnectViewModel model = model();
        act(model);
        for (String cluster : clusters) {
            pick(model, cluster);
        }
        act(model);
        return model;
    }

    private void act(ConnectViewModel model) {
        model.act();
        work();
    }

    private static void pick(ConnectViewModel model, String cluster) {
        model.clusters().stream().filter(line -> line.name().equals(cluster)).findFirst().orElseThrow()
                .pickedProperty().set(true);
    }

    private static StackDraft draft(ConnectViewModel model) {
        return model.draftProperty().get().orElseThrow();
    }

    private static Part part(StackDraft draft, String section) {
        return draft.parts().stream().filter(one -> one.section().equals(section)).findFirst().orElseThrow();
    }

    @Test
    void theDefaultCredentialsComeFirstWithTheirRegion() {
        ConnectViewModel model = model();

        assertThat(model.profiles()).extracting(ProfileLine::name).containsExactly("Default credentials", "america",
                "ops");
        assertThat(model.regionProperty().get()).isEqualTo("ap-northeast-2");
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void whoHasNoDefaultCredentialsBeginsWithAProfileThatHasSome() {
        prospects.given = false;
        assertThat(model().chosenProperty().get().name()).as("nobody has to sign in for it").isEqualTo("america");
        assertThat(model().regionProperty().get()).isEqualTo("us-east-1");

        Profile keys = PROFILES.getFirst();
        assertThat(chosen(profile("default", keys.kind()), keys)).isEqualTo("Default credentials");
        assertThat(chosen(profile("default", Profile.Kind.OTHER), PROFILES.getLast())).as("those have none")
                .isEqualTo("ops");
        assertThat(chosen()).isEqualTo("Default credentials");
    }

    @Test
    void whoHasNoDefaultCredentialsBeginsWithThoseOfTheStackFiles() throws IOException {
        prospects.given = false;
        Path file = folder.resolve("tiketi-prod.yaml");
        Files.writeString(file, ShippedStacks.text("tiketi-prod").replace("region:", "profile: ops\nregion:"));
        assertThat(model().chosenProperty().get().name()).isEqualTo("ops");
        assertThat(chosen(PROFILES.getFirst(), profile("ops", Profile.Kind.OTHER)))
                .as("by a web identity, perhaps: the stack is read by it").isEqualTo("ops");

        Files.writeString(file, ShippedStacks.text("tiketi-prod"));
        assertThat(model().chosenProperty().get().name()).as("those of the machine, perhaps")
                .isEqualTo("Default credentials");
        prospects.given = true;
        Files.writeString(file, ShippedStacks.text("tiketi-prod").replace("region:", "profile: ops\nregion:"));
        assertThat(model().chosenProperty().get().name()).isEqualTo("Default credentials");
    }

    @Test
    void defaultCredentialsOfWhichNothingIsSetAreNotTakenForThoseOfTheStackFiles() throws IOException {
        prospects.given = false;
        prospects.unset = true;
        Files.writeString(folder.resolve("tiketi-prod.yaml"), ShippedStacks.text("tiketi-prod"));

        assertThat(chosen(PROFILES.getFirst())).isEqualTo(PROFILES.getFirst().name());
        assertThat(chosen(profile("web", Profile.Kind.OTHER))).as("nothing else has any")
                .isEqualTo("Default credentials");
    }

    @Test
    void defaultCredentialsWithoutARegionAreReadInThatOfTheStackFiles() throws IOException {
        prospects.unset = true;
        assertThat(model().lockedProperty().get()).isPresent();

        Files.writeString(folder.resolve("tiketi-prod.yaml"), ShippedStacks.text("tiketi-prod"));

        assertThat(model().chosenProperty().get().name()).isEqualTo("Default credentials");
        assertThat(model().regionProperty().get()).isEqualTo("ap-northeast-2");
        assertThat(model().lockedProperty().get()).isEmpty();
    }

    @Test
    void whatAPersonHasChosenStays() {
        prospects.given = false;
        var model = new ConnectViewModel(prospects.desk(folder, waiting::add, Runnable::run),
                new Words(Locale.ENGLISH, Snapshots.ZONE), entered::add);
        model.show(new SignInState(PROFILES, Optional.empty(), Map.of(), false, Optional.empty()));
        model.choose(Optional.empty());
        work();
        model.show(new SignInState(PROFILES, Optional.empty(), Map.of(), true, Optional.empty()));
        work();

        assertThat(model.chosenProperty().get().name()).isEqualTo("Default credentials");
    }

    private String chosen(Profile... profiles) {
        var model = new ConnectViewModel(prospects.desk(folder, waiting::add, Runnable::run),
                new Words(Locale.ENGLISH, Snapshots.ZONE), entered::add);
        model.show(new SignInState(List.of(profiles), Optional.empty(), Map.of(), false, Optional.empty()));
        work();
        return model.chosenProperty().get().name();
    }

    private static Profile profile(String name, Profile.Kind kind) {
        return new Profile(name, kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void whatAStackFileDescribesIsMarkedAndNotChosen() throws IOException {
        Files.writeString(folder.resolve("bowwow-prod.yaml"), ShippedStacks.text("bowwow-prod"));
        Files.writeString(folder.resolve("tiketi-prod.yaml"), ShippedStacks.text("tiketi-prod"));
        Files.writeString(folder.resolve("codemate-dev.yaml"), ShippedStacks.text("codemate-dev"));
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod")
                .replace("region:", "profile: ops\nregion:"));
        ConnectViewModel model = model();
        act(model);

        assertThat(said(model, TIKETI)).isEqualTo("1 service · watched as Tiketi");
        assertThat(said(model, "codemate-cluster")).as("of another account").doesNotContain("watched");
        assertThat(said(model, "glimpse-prod")).as("of another profile").doesNotContain("watched");

        model.back();
        model.regionProperty().set("us-east-1");
        act(model);
        assertThat(said(model, "bowwow-cluster")).endsWith("watched as BowWow");
        assertThat(model.picked()).as("though there is no other").isEmpty();
        assertThat(model.lockedProperty().get()).hasValue("Choose at least one cluster");
        Files.delete(folder.resolve("bowwow-prod.yaml"));
        ConnectViewModel other = model();
        other.regionProperty().set("us-east-1");
        act(other);
        assertThat(other.picked()).containsExactly("bowwow-cluster");
    }

    private static String said(ConnectViewModel model, String cluster) {
        return model.clusters().stream().filter(line -> line.name().equals(cluster)).findFirst().orElseThrow()
                .servicesProperty().get();
    }

    @Test
    void nobodyGoesOnBeforeItIsKnownWhichProfilesThereAre() {
        var model = new ConnectViewModel(prospects.desk(folder, waiting::add, Runnable::run),
                new Words(Locale.ENGLISH, Snapshots.ZONE), entered::add);
        model.show(SignInState.nothing());
        work();
        model.regionProperty().set("eu-west-1");
        assertThat(model.profiles()).isEmpty();
        assertThat(model.lockedProperty().get()).hasValue("Reading the AWS configuration");
        act(model);
        assertThat(model.stepProperty().get()).isEqualTo(Step.PROFILE);

        model.show(new SignInState(PROFILES, Optional.empty(), Map.of(), false, Optional.empty()));
        assertThat(model.lockedProperty().get()).as("their Regions are still read").isPresent();
        work();

        assertThat(model.profiles()).hasSize(3);
        assertThat(model.lockedProperty().get()).isEmpty();
        assertThat(model.regionProperty().get()).isEqualTo("eu-west-1");
    }

    @Test
    void aStackWithoutANameIsNoFileYet() {
        ConnectViewModel model = atStack(TIKETI);
        assertThat(model.lockedProperty().get()).isEmpty();

        draft(model).nameProperty().set(" ");
        assertThat(model.lockedProperty().get()).hasValue("Name the stack");
        draft(model).nameProperty().set("Tickets");
        assertThat(model.lockedProperty().get()).isEmpty();
        draft(model).textProperty().set(draft(model).textProperty().get() + "# mine\n");
        draft(model).nameProperty().set("");
        assertThat(model.lockedProperty().get()).as("the text counts").isEmpty();
    }

    @Test
    void theRegionIsThatOfTheProfileUntilSomebodyTypesAnother() {
        ConnectViewModel model = model();
        model.choose(Optional.of("america"));
        assertThat(model.regionProperty().get()).isEqualTo("us-east-1");
        model.regionProperty().set("eu-west-1");

        model.choose(Optional.empty());

        assertThat(model.regionProperty().get()).isEqualTo("eu-west-1");
        model.regionProperty().set("seoul");
        assertThat(model.lockedProperty().get()).hasValue(
                "Type the code of a Region, such as ap-northeast-2");
        model.act();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PROFILE);
    }

    @Test
    void whoeverIsSignedOutSignsInAndGoesOn() {
        ConnectViewModel model = model();
        model.choose(Optional.of("ops"));
        model.regionProperty().set("ap-northeast-2");
        assertThat(model.actionProperty().get()).isEqualTo("Sign in…");

        model.act();
        assertThat(entered).containsExactly(COMPANY);
        model.comeBack();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PROFILE);
        model.act();
        model.show(new SignInState(PROFILES, Optional.empty(), Map.of(COMPANY, Snapshots.NOW.plusSeconds(60)), false,
                Optional.empty()));
        model.comeBack();
        work();

        assertThat(model.stepProperty().get()).isEqualTo(Step.ACCOUNT);
        assertThat(prospects.asked).containsExactly(
                new Access(Optional.of("ops"), Optional.empty(), SandboxProspects.SEOUL, Optional.empty()));
    }

    @Test
    void theAccountAndItsClustersAreToldWithTheirServices() {
        ConnectViewModel model = model();
        model.act();
        assertThat(model.lockedProperty().get()).hasValue("Waiting for AWS");
        work();

        assertThat(model.saidProperty().get()).startsWith("Account 734594855464 as sora, ap-northeast-2.");
        assertThat(model.clusters()).extracting(line -> line.name() + ": " + line.servicesProperty().get())
                .containsExactly("codemate-cluster: 2 services", "glimpse-prod: 1 service",
                        "sesami-cluster: 1 service", "tiketi-cluster-prod: 1 service");
        assertThat(model.lockedProperty().get()).hasValue("Choose at least one cluster");
    }

    @Test
    void theOnlyClusterIsChosen() {
        ConnectViewModel model = model();
        model.choose(Optional.of("america"));
        act(model);

        assertThat(model.picked()).containsExactly("bowwow-cluster");
    }

    @Test
    void credentialsThatAreNotTakenAreToldAndCanBeTriedAgain() {
        prospects.nobody = Optional.of(Failure.expired("default").withAction("sts:GetCallerIdentity"));
        ConnectViewModel model = model();
        act(model);

        assertThat(model.troubleProperty().get()).contains("sts:GetCallerIdentity");
        assertThat(model.actionProperty().get()).isEqualTo("Try again");
        assertThat(model.mayType()).isFalse();
        prospects.nobody = Optional.empty();
        act(model);
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.clusters()).hasSize(4);
    }

    @Test
    void whereClustersMayNotBeListedOneIsNamed() {
        prospects.unlisted = Optional.of(Failure.denied("ecs:ListClusters"));
        ConnectViewModel model = model();
        act(model);

        assertThat(model.troubleProperty().get()).contains("ecs:ListClusters", "Name the cluster");
        model.typedProperty().set(TIKETI);
        act(model);
        assertThat(draft(model).cluster()).isEqualTo(TIKETI);
        assertThat(draft(model).missing()).extracting(gap -> gap.failure().action().orElse("")).contains(
                "ecs:ListClusters");
    }

    @Test
    void whatIsLeftOutIsNotInTheFileNorAreItsRulesAndTheFileStaysGood() {
        ConnectViewModel model = atStack(TIKETI);
        StackDraft draft = draft(model);
        assertThat(draft.textProperty().get()).contains("databases:", "tiketi-db");

        for (String section : List.of("databases", "caches", "loadBalancers")) {
            part(draft, section).taken().set(false);
            assertThat(draft.problemsProperty().get()).as(section).isEmpty();
        }

        assertThat(draft.textProperty().get()).doesNotContain("\ndatabases:", "\ncaches:", "\nloadBalancers:");
        assertThat(model.lockedProperty().get()).isEmpty();
        draft.parts().forEach(part -> part.taken().set(false));
        assertThat(model.lockedProperty().get()).hasValue("Keep at least one thing to watch");
    }

    @Test
    void everyPartOfEveryClusterCanBeLeftOut() {
        ConnectViewModel model = atStack("codemate-cluster", "glimpse-prod", "sesami-cluster", TIKETI);
        assertThat(model.files()).hasSize(4);

        model.files().forEach(draft -> draft.parts().forEach(part -> {
            part.taken().set(false);
            boolean others = draft.parts().stream().anyMatch(one -> one.taken().get());
            if (others) {
                assertThat(draft.problemsProperty().get()).as(draft.cluster() + " " + part.name()).isEmpty();
            }
            part.taken().set(true);
        }));
    }

    @Test
    void anEditedTextCountsAndItsMistakesAreToldWithTheirPlace() {
        ConnectViewModel model = atStack(TIKETI);
        StackDraft draft = draft(model);
        String made = draft.textProperty().get();

        draft.textProperty().set(made.replace("stack: Tiketi", "stack: Tiketi\nservces: []"));

        assertThat(draft.editedProperty().get()).isTrue();
        assertThat(draft.problemsProperty().get()).anySatisfy(problem -> {
            assertThat(problem.column()).isEqualTo(1);
            assertThat(problem.line()).isEqualTo(1 + (int) made.substring(0, made.indexOf("stack: Tiketi")).lines()
                    .count() + 1);
        });
        assertThat(model.lockedProperty().get().orElseThrow()).contains("Correct");
        draft.nameProperty().set("Other");
        assertThat(draft.textProperty().get()).contains("servces");
        draft.make();
        assertThat(draft.editedProperty().get()).isFalse();
        assertThat(draft.textProperty().get()).contains("stack: Other");
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void theEnvironmentNamesTheFileAndIsSaidToBeChosen() {
        StackDraft draft = draft(atStack(TIKETI));
        assertThat(draft.fileNameProperty().get()).isEqualTo("tiketi-prod.yaml");

        draft.environmentProperty().set(Optional.of(Environment.TEST));

        assertThat(draft.fileNameProperty().get()).isEqualTo("tiketi-test.yaml");
        assertThat(draft.textProperty().get()).containsPattern("environment: test +# chosen by hand");
        draft.fileNameProperty().set("mine.yaml");
        draft.environmentProperty().set(Optional.of(Environment.DEVELOPMENT));
        assertThat(draft.fileNameProperty().get()).isEqualTo("mine.yaml");
    }

    @Test
    void whatNothingInTheAccountSaysAPersonHasToChoose() {
        ConnectViewModel model = atStack("sesami-cluster");
        StackDraft known = draft(model);
        StackDraft unknown = new StackDraft(prospects.desk(folder, waiting::add, Runnable::run),
                Proposals.withoutEnvironment(known, SandboxProspects.reader()), new Words(Locale.ENGLISH,
                        Snapshots.ZONE));

        assertThat(unknown.environmentProperty().get()).isEmpty();
        assertThat(unknown.locked()).hasValue("Choose the environment");
        assertThat(unknown.textProperty().get()).doesNotContain("chosen by hand");
        unknown.environmentProperty().set(Optional.of(Environment.PRODUCTION));
        assertThat(unknown.locked()).isEmpty();
        assertThat(unknown.textProperty().get()).containsPattern("environment: production +# chosen by hand");
    }

    @Test
    void backAndForthKeepsWhatWasTypedAndAsksNothingAgain() {
        ConnectViewModel model = atStack(TIKETI);
        draft(model).nameProperty().set("Tickets");
        part(draft(model), "caches").taken().set(false);
        int asked = prospects.asked.size();

        model.back();
        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PROFILE);
        act(model);
        act(model);

        assertThat(draft(model).nameProperty().get()).isEqualTo("Tickets");
        assertThat(part(draft(model), "caches").taken().get()).isFalse();
        assertThat(prospects.asked).hasSize(asked);
        model.back();
        model.back();
        model.regionProperty().set("us-east-1");
        act(model);
        assertThat(model.clusters()).extracting(ClusterLine::name).containsExactly("bowwow-cluster");
    }

    @Test
    void whatIsClosedWhileItReadsTellsNothingAndGoesOnWhenItIsOpenedAgain() {
        ConnectViewModel model = model();
        model.act();
        model.leave();
        work();
        assertThat(model.clusters()).isEmpty();

        model.resume();
        work();

        assertThat(model.clusters()).hasSize(4);
    }

    @Test
    void severalClustersBecomeSeveralFiles() throws IOException {
        ConnectViewModel model = atStack("glimpse-prod", TIKETI);
        assertThat(model.saidProperty().get()).contains("glimpse-prod", "1 of 2");
        act(model);
        assertThat(draft(model).cluster()).isEqualTo(TIKETI);
        act(model);
        assertThat(model.actionProperty().get()).isEqualTo("Write 2 files");

        act(model);

        assertThat(model.isDone()).isTrue();
        assertThat(model.canGoBack()).isFalse();
        assertThat(model.actionProperty().get()).isEqualTo("Done");
        assertThat(SandboxProspects.reader().read(folder.resolve("glimpse-prod.yaml")).complaints()).isEmpty();
        assertThat(Files.readString(folder.resolve("tiketi-prod.yaml"))).startsWith("# Proposed by Watchdeck");
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path there = Files.writeString(folder.resolve("tiketi-prod.yaml"), "precious");
        ConnectViewModel model = atStack(TIKETI);
        act(model);
        StackDraft draft = model.files().getFirst();
        assertThat(draft.fileNameProperty().get()).isEqualTo("tiketi-prod-2.yaml");
        draft.fileNameProperty().set("tiketi-prod.yaml");

        act(model);
        assertThat(model.isDone()).isFalse();
        assertThat(there).hasContent("precious");
        assertThat(draft.fileNameProperty().get()).isEqualTo("tiketi-prod-2.yaml");
        act(model);

        assertThat(model.isDone()).isTrue();
        assertThat(folder.resolve("tiketi-prod-2.yaml")).exists();
        assertThat(there).hasContent("precious");
    }

    @Test
    void aNameThatNamesNoFileLocks() {
        ConnectViewModel model = atStack(TIKETI);
        act(model);

        model.files().getFirst().fileNameProperty().set("../tiketi");

        assertThat(model.lockedProperty().get()).isPresent();
    }
}
