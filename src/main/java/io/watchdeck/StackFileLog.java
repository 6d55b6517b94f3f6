package io.watchdeck;

import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tells the log what becomes of the stack files, a line for each: which stacks are watched at first, then what is new,
/// changed or gone, what is wrong in a file, and that it is right again. Any thread.
final class StackFileLog implements AutoCloseable {

    private final Consumer<String> log;
    private final Watch.Subscription following;
    private boolean begun;
    /// By id.
    private Map<String, StackFile> stacks = Map.of();
    /// By file.
    private Map<String, List<FileProblem>> wrong = Map.of();

    /// @param log takes a line at a time
    StackFileLog(Watch watch, Consumer<String> log) {
        this.log = log;
        following = watch.subscribe(this::tell);
    }

    private synchronized void tell(WatchSnapshot snapshot) {
        Map<String, StackFile> now = new TreeMap<>();
        snapshot.stacks().stream().map(StackSnapshot::file).forEach(file -> now.put(file.id().value(), file));
        Map<String, List<FileProblem>> wrongNow = snapshot.problems().stream().collect(
                Collectors.groupingBy(FileProblem::file, LinkedHashMap::new, Collectors.toList()));
        var told = new TreeSet<String>();
        wrongNow.forEach((file, problems) -> {
            told.add(id(file));
            if (!problems.equals(wrong.get(file))) {
                log.accept("Stack file wrong: " + problems.getFirst()
                        + (problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : "")
                        + (problems.getFirst().covered() ? " Its last good version is in use." : ""));
            }
        });
        wrong.keySet().stream().filter(file -> !wrongNow.containsKey(file)).forEach(file -> {
            boolean there = !isYaml(file) || now.containsKey(id(file));
            told.add(id(file));
            log.accept((there ? "Stack file right again: " : "Stack file gone: ") + file);
        });
        if (begun) {
            tellChanged(now, told);
        } else if (!now.isEmpty()) {
            log.accept("Stacks watched: " + String.join(", ", now.keySet()));
        }
        begun |= !now.isEmpty() || !wrongNow.isEmpty();
        stacks = now;
        wrong = wrongNow;
    }

    /// @param told of whose file something was said already
    private void tellChanged(Map<String, StackFile> now, TreeSet<String> told) {
        now.forEach((id, file) -> {
            if (!told.contains(id) && !file.equals(stacks.get(id))) {
                log.accept((stacks.containsKey(id) ? "Stack file changed: " : "Stack file new: ") + id);
            }
        });
        stacks.keySet().stream().filter(id -> !now.containsKey(id) && !told.contains(id))
                .forEach(id -> log.accept("Stack file gone: " + id));
    }

    private static boolean isYaml(String file) {
        return file.matches("(?i).*\\.ya?ml");
    }

    /// That of the stack, which the file is named after.
    private static String id(String file) {
        String name = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    @Override
    public void close() {
        following.close();
    }
}
