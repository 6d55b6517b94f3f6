package io.watchdeck.architecture;

import static io.watchdeck.architecture.Walls.noAccess;
import static io.watchdeck.architecture.Walls.noDependency;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which technology may be known where.
record TechnologyRules(Rooms rooms) {

    private static final PackageMatchers SDK = PackageMatchers.of("software.amazon.awssdk..");
    private static final PackageMatchers DATABASE =
            PackageMatchers.of("java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb..");
    private static final PackageMatchers TOOLKIT =
            PackageMatchers.of("javafx..", "atlantafx..");
    private static final PackageMatchers SCENE =
            PackageMatchers.of("javafx.scene..", "javafx.stage..", "atlantafx..");
    private static final PackageMatchers PROPERTIES =
            PackageMatchers.of("javafx.beans..", "javafx.collections..", "javafx.util..");

    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.[a-z0-9]+\\.[A-Za-z0-9]+Client");
    /// Requests that read or sign in, and what is no request.
    private static final Pattern NO_CHANGE = Pattern.compile("(describe|list|get|batchGet|filter)[A-Z].*"
            + "|assumeRole|registerClient|startDeviceAuthorization|createToken"
            + "|builder|create|close|serviceName|serviceClientConfiguration");

    private static final Pattern SEEN = Pattern.compile(".*(View|Cell|Dialog|Pane|Chart)");
    private static final String VIEW_MODEL = "ViewModel";

    ArchRule sdkOnlyInAws() {
        return uses("the AWS SDK outside aws", "which calls do we make? has one folder as its answer",
                origin -> !rooms.isIn(origin, "aws"), SDK);
    }

    /// A request that does not say by its name that it reads is one that changes something; so is `ReceiveMessage`, which
    /// hides what it shows.
    ArchRule onlyControlsSendChanges() {
        return noAccess("send no request that changes something, in aws outside *Control",
                "a reading never changes what it reads, and what changes the cloud is found by its name",
                access -> rooms.isIn(access.getOriginOwner(), "aws")
                        && !Rooms.outermostSimple(access.getOriginOwner()).endsWith("Control")
                        && CLIENT.matcher(access.getTargetOwner().getName()).matches()
                        && !NO_CHANGE.matcher(access.getName()).matches());
    }

    ArchRule databaseOnlyInStore() {
        return uses("JDBC, H2, Jdbi or Flyway outside store", "what is our schema? has one folder as its answer",
                origin -> !rooms.isIn(origin, "store"), DATABASE);
    }

    ArchRule toolkitOnlyInUi() {
        return uses("JavaFX or AtlantaFX outside ui and the root", "subjects run without a screen",
                origin -> !rooms.isIn(origin, Rooms.UI, Rooms.ROOT), TOOLKIT);
    }

    ArchRule onlyViewsTouchTheScene() {
        return noDependency("not use nodes and windows, or what is declared within one, in ui outside *View, *Cell,"
                + " *Dialog, *Pane, *Chart, ui.kit and ui.shell",
                "views bind and never compute; everything else is tested without a scene",
                dependency -> mayNotBeSeen(dependency.getOriginClass())
                        && (isIn(SCENE, dependency.getTargetClass()) || isOfNode(dependency.getTargetClass())));
    }

    private boolean mayNotBeSeen(JavaClass origin) {
        return rooms.isIn(origin, Rooms.UI)
                && !rooms.screen(origin).equals("kit")
                && !rooms.screen(origin).equals("shell")
                && !SEEN.matcher(Rooms.outermostSimple(origin)).matches();
    }

    /// A node of the house's own, or what is declared within one.
    private static boolean isOfNode(JavaClass target) {
        return target.getAllRawSuperclasses().stream().anyMatch(above -> isIn(SCENE, above))
                || target.getEnclosingClass().filter(TechnologyRules::isOfNode).isPresent();
    }

    ArchRule viewModelsKnowOnlyProperties() {
        return noDependency("use nothing of JavaFX but beans, collections and util in a *ViewModel",
                "a view model runs without the toolkit",
                dependency -> isInViewModel(dependency.getOriginClass())
                        && isIn(TOOLKIT, dependency.getTargetClass())
                        && !isIn(SCENE, dependency.getTargetClass())
                        && !isIn(PROPERTIES, dependency.getTargetClass()));
    }

    private boolean isInViewModel(JavaClass type) {
        return rooms.isIn(type, Rooms.UI) && Rooms.outermostSimple(type).endsWith(VIEW_MODEL);
    }

    private static ArchRule uses(String what, String because, Predicate<JavaClass> origin, PackageMatchers target) {
        return noDependency("not use " + what, because, dependency -> origin.test(dependency.getOriginClass())
                && isIn(target, dependency.getTargetClass()));
    }

    private static boolean isIn(PackageMatchers packages, JavaClass type) {
        return packages.test(type.getBaseComponentType().getPackageName());
    }
}
