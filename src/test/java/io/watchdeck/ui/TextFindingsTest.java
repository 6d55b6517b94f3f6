package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.TextFinding.Kind;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What a screen must not do is found where it is planted, and nothing else is.
@ExtendWith(ApplicationExtension.class)
class TextFindingsTest {

    private static final String LONG = "A sentence that has much more to say than there is room";

    private static List<Kind> kinds(FxRobot robot, Node... planted) {
        return findings(robot, planted).stream().map(TextFinding::kind).toList();
    }

    private static List<TextFinding> findings(FxRobot robot, Node... planted) {
        var found = new java.util.ArrayList<TextFinding>();
        robot.interact(() -> {
            var root = new Pane(planted);
            new Scene(root, 400, 200);
            root.applyCss();
            root.layout();
            found.addAll(TextFindings.in(root, Set.of("Fixed words that have no excuse")));
        });
        return found;
    }

    private static Label label(String text, double x, double width) {
        Label label = Texts.yielding(text);
        label.setLayoutX(x);
        label.setLayoutY(20);
        label.setPrefWidth(width);
        return label;
    }

    @Test
    void whatStandsWholeIsNoFinding(FxRobot robot) {
        assertThat(kinds(robot, label("Queues", 10, 100), label("Waiting", 120, 100))).isEmpty();
    }

    @Test
    void anEllipsisIsOneUnlessTheWholeIsTold(FxRobot robot) {
        Label told = label(LONG, 10, 100);
        Texts.explainWhole(told, "and why");
        Label toldOtherwise = label(LONG, 10, 100);
        Texts.explain(toldOtherwise, "only why");

        assertThat(findings(robot, label(LONG, 10, 100))).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CUT);
            assertThat(one.text()).startsWith("A sent").contains("...", LONG);
        });
        assertThat(kinds(robot, told)).isEmpty();
        assertThat(kinds(robot, toldOtherwise)).containsExactly(Kind.CUT);
    }

    @Test
    void wordsThatNeverChangeAreNeverCut(FxRobot robot) {
        Label title = label("Fixed words that have no excuse", 10, 100);
        Texts.explainWhole(title, "");

        assertThat(kinds(robot, title)).containsExactly(Kind.CUT);
    }

    @Test
    void aLabelWithoutRoomForALetterIsCut(FxRobot robot) {
        assertThat(kinds(robot, label(LONG, 10, 1))).containsExactly(Kind.CUT);
    }

    @Test
    void theEdgeOfTheWindowAndOfAClipCutGlyphs(FxRobot robot) {
        var clipped = new Pane(label("Queues", 10, 100));
        clipped.setClip(new Rectangle(25, 200));

        assertThat(kinds(robot, label("Queues", 380, 100))).containsExactly(Kind.CLIPPED);
        assertThat(kinds(robot, clipped)).containsExactly(Kind.CLIPPED);
    }

    @Test
    void whatScrollsMayBeCutAboveAndBelowButNotAtItsSides(FxRobot robot) {
        var high = new ScrollPane(new Pane(label("Queues", 10, 100)));
        high.setPrefSize(200, 28);
        var narrow = new ScrollPane(new Pane(label("Queues", 10, 100)));
        narrow.setPrefSize(40, 100);

        assertThat(kinds(robot, high)).isEmpty();
        assertThat(kinds(robot, narrow)).containsExactly(Kind.CLIPPED);
    }

    @Test
    void twoTextsInOnePlaceOverlapUnlessOneLiesOnSomethingThatHidesTheOther(FxRobot robot) {
        var card = new StackPane(label("Waiting", 0, 100));
        card.setStyle("-fx-background-color: black");
        card.resizeRelocate(0, 0, 300, 100);
        card.setManaged(false);

        assertThat(kinds(robot, label("Queues", 10, 100), label("Waiting", 30, 100)))
                .containsExactly(Kind.OVERLAPPING);
        assertThat(kinds(robot, label("Queues", 10, 100), card)).isEmpty();
    }

    @Test
    void thePromptOfAFieldIsReadLikeAnyText(FxRobot robot) {
        var prompting = new TextField();
        prompting.setPromptText(LONG);
        prompting.setPrefWidth(120);
        var typed = new TextField(LONG);
        typed.setPrefWidth(120);

        assertThat(kinds(robot, prompting)).containsExactly(Kind.CLIPPED);
        assertThat(kinds(robot, typed)).isEmpty();
    }

    @Test
    void englishIsFoundAmongKoreanAndNamesAreNot() {
        var english = new EnglishWords(List.of("Cache hit rate"));

        assertThat(english.isEnglish("Waiting")).isTrue();
        assertThat(english.isEnglish("대기 중: nobody knows yet")).isTrue();
        assertThat(english.isEnglish("대기 중")).isFalse();
        assertThat(english.isEnglish("이 콘솔의 규칙: Cache hit rate")).isFalse();
        assertThat(english.isEnglish("tiketi-backend-service")).isFalse();
        assertThat(english.isEnglish("CPU 72%, 5xx/분")).isFalse();
        assertThat(english.isEnglish("us-east-1, ap-northeast-2")).isFalse();
    }

    @Test
    void whatIsHigherThanItsRowIsOne(FxRobot robot) {
        var list = new ListView<>(FXCollections.observableArrayList("One line", "Three\nlines\nof text"));
        list.setFixedCellSize(36);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                var label = new Label(text);
                label.setMinHeight(Region.USE_PREF_SIZE);
                setGraphic(empty ? null : label);
            }
        });
        list.setPrefSize(200, 150);

        assertThat(findings(robot, list)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CLIPPED);
            assertThat(one.text()).contains("Three", "beyond its row");
        });
    }

    @Test
    void aButtonBesideTheWindowIsOneUnlessItCanBeScrolledTo(FxRobot robot) {
        var beside = new Button("Hand over");
        beside.setLayoutX(380);
        beside.setLayoutY(20);
        var scrolled = new Button("Further");
        scrolled.setMinWidth(600);
        var pane = new ScrollPane(scrolled);
        pane.setPrefSize(300, 60);
        pane.setLayoutY(100);

        assertThat(findings(robot, beside, pane)).filteredOn(one -> one.text().contains("beside the window"))
                .singleElement().satisfies(one -> assertThat(one.text()).startsWith("Hand over"));
    }
}
