package io.watchdeck.ui.cost;

import static io.watchdeck.ui.cost.Bills.TWENTY_FIRST;
import static io.watchdeck.ui.cost.Bills.asking;
import static io.watchdeck.ui.cost.Bills.billed;
import static io.watchdeck.ui.cost.Bills.failed;
import static io.watchdeck.ui.cost.Bills.report;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Takes pictures of the cost screen in states that the sandbox never has into `target/ui`, in both themes, languages and
/// sizes. Arguments name the pictures wanted.
public final class CostGallery {

    private static final String ECS = "Amazon Elastic Container Service";
    private static final String RDS = "Amazon Relational Database Service";

    private CostGallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            everywhere("cost-anomaly", anomaly(), "tiketi-prod", _ -> {});
            everywhere("cost-year", anomaly(), "tiketi-prod",
                    shell -> ((ToggleButton) shell.scene().lookup("#cost-range-year")).fire());
            everywhere("cost-no-plan", anomaly(), "sesami-prod", _ -> {});
            everywhere("cost-absences", absences(), "codemate-dev", _ -> {});
            everywhere("cost-throttled", absences(), "codemate-prod", _ -> {});
            everywhere("cost-currency", absences(), "bowwow-prod", _ -> {});
            everywhere("cost-no-forecast", Snapshots.of(List.of(billed("tiketi-prod", young()))), "tiketi-prod",
                    _ -> {});
            everywhere("cost-advice", anomaly(), "tiketi-prod",
                    shell -> ((ScrollPane) shell.scene().lookup("#cost")).setVvalue(1));
            shots.begin();
        }

        private void everywhere(String name, WatchSnapshot snapshot, String stack, Consumer<Shell> act) {
            shoot(name + "-dark", snapshot, Theme.DARK, Locale.ENGLISH, 1440, 900, stack, act);
            shoot(name + "-light-ko", snapshot, Theme.LIGHT, Locale.KOREAN, 1440, 900, stack, act);
            shoot(name + "-light-narrow", snapshot, Theme.LIGHT, Locale.ENGLISH, 1100, 700, stack, act);
            shoot(name + "-dark-ko-narrow", snapshot, Theme.DARK, Locale.KOREAN, 1100, 700, stack, act);
        }

        private void shoot(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height, String stack, Consumer<Shell> act) {
            shots.add(() -> draw(name, snapshot, theme, language, width, height, stack, act));
        }

        private void draw(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height, String stack, Consumer<Shell> act) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var watch = new FakeWatch(snapshot);
            watch.costs().keep(Map.of(new StackId("tiketi-prod"), year()));
            var shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.show(Place.of(Screen.COST, new StackId(stack)));
            settle(shell);
            act.accept(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }
    }

    /// A day in the month and the last day cost far more than their weekdays.
    private static WatchSnapshot anomaly() {
        return Snapshots.of(List.of(billed("tiketi-prod", spikes()),
                billed("glimpse-prod", report(TWENTY_FIRST, ECS, "0.80", RDS, "0.40")),
                billed("sesami-prod", report(TWENTY_FIRST, ECS, "4.10", RDS, "2.00"))));
    }

    private static CostReport spikes() {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = TWENTY_FIRST.minusDays(60); !day.isAfter(TWENTY_FIRST); day = day.plusDays(1)) {
            String ecs = day.equals(TWENTY_FIRST) || day.equals(TWENTY_FIRST.minusDays(9)) ? "14.20" : "3.30";
            days.add(new BilledDays(day, day.plusDays(1), Map.of(ECS, Money.usd(ecs), RDS, Money.usd("2.60")),
                    day.equals(TWENTY_FIRST)));
        }
        return new Bill(TWENTY_FIRST, days).report();
    }

    private static List<BilledDays> year() {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = TWENTY_FIRST.minusDays(330); !day.isAfter(TWENTY_FIRST); day = day.plusDays(1)) {
            BigDecimal some = BigDecimal.valueOf(3 + (day.getDayOfYear() % 7) * 0.3 + day.getDayOfYear() / 200.0);
            days.add(new BilledDays(day, day.plusDays(1), Map.of(ECS, new Money(some, Money.usd("1").currency())),
                    false));
        }
        return days;
    }

    /// The third of a month.
    private static CostReport young() {
        LocalDate second = LocalDate.of(2026, 9, 2);
        return new Bill(second, report(second, ECS, "2.00").days().stream()
                .filter(day -> day.first().getMonthValue() == 9).toList()).report();
    }

    private static WatchSnapshot absences() {
        StackSnapshot stale = Bills.of("glimpse-prod", new Loadable.Stale<>(report(TWENTY_FIRST, ECS, "1.80"),
                Snapshots.NOW.minus(Duration.ofDays(2)), Failure.denied("ce:GetCostAndUsage")));
        return Snapshots.of(List.of(failed("codemate-dev", Failure.denied("ce:GetCostAndUsage")),
                failed("codemate-prod", Failure.throttled("ce:GetCostAndUsage")
                        .withRetryAt(Snapshots.NOW.plusSeconds(3600))),
                billed("bowwow-prod", report("EUR", TWENTY_FIRST, ECS, "2.40", RDS, "1.10")), stale,
                asking("tiketi-prod"), failed("sesami-prod", Failure.absent())));
    }
}
