package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the generated sources: all together, as far as one view fits all. It shows the private members of each nest in their whole package, and what is
 * protected to everybody. Where overload resolution has found a method that the code must not see, or could not decide, the nest is compiled apart, against
 * a view that opens no other; and where that does not help, against one in which the very method is not open.
 */
final class Compilation {
    private final ClassFiles files;
    private final Function<StateMachine, @Nullable URI> sources;
    private final Hierarchy classes;

    Compilation(ClassFiles files, Function<StateMachine, @Nullable URI> sources, Hierarchy classes) {
        this.files = files;
        this.sources = sources;
        this.classes = classes;
    }

    List<NestedCompiler.Unit> compile(List<StateMachine> machines, Nests nests, OpenedView view) throws LinkException {
        if (hosts(machines, nests).size() == 1) return compileOne(machines, nests, view);
        List<NestedCompiler.Unit> units = new ArrayList<>();
        Set<String> apart = new LinkedHashSet<>();
        try {
            for (NestedCompiler.Unit unit : NestedCompiler.compile(machines, nests, view, files)) {
                if (Accessibility.uses(unit, nests, classes, view).problems().isEmpty()) units.add(unit);
                else apart.add(host(unit.machine(), nests));
            }
        } catch (LinkException e) {
            apart.addAll(hosts(e.machines(), nests));
            if (apart.isEmpty() || e.reason() != LinkException.Reason.INTERNAL) throw e;
            units.addAll(compile(chosen(machines, machine -> !apart.contains(host(machine, nests)))));
        }
        units.removeIf(unit -> apart.contains(host(unit.machine(), nests)));
        for (String host : apart) {
            units.addAll(
                    compile(chosen(machines, machine -> host(machine, nests).equals(host))));
        }
        return units;
    }

    /** Compiles the sources of one nest. */
    private List<NestedCompiler.Unit> compileOne(List<StateMachine> machines, Nests nests, OpenedView view)
            throws LinkException {
        Set<Accessibility.Member> closed = new HashSet<>();
        List<NestedCompiler.Unit> units = NestedCompiler.compile(machines, nests, view, files);
        for (LinkException problem = close(units, nests, view, closed); problem != null; ) {
            OpenedView next = OpenedView.of(machines, nests, files, closed);
            try {
                units = NestedCompiler.compile(machines, nests, next, files);
            } catch (LinkException e) {
                throw problem;
            }
            problem = close(units, nests, next, closed);
        }
        return units;
    }

    /** Adds to {@code closed} what the units must not see; gives what to say if that does not help, or null if there is nothing. */
    private @Nullable LinkException close(
            List<NestedCompiler.Unit> units, Nests nests, OpenedView view, Set<Accessibility.Member> closed)
            throws LinkException {
        Set<Accessibility.Member> seen = new HashSet<>(closed);
        Map<Accessibility.Problem, StateMachine> problems = new LinkedHashMap<>();
        for (NestedCompiler.Unit unit : units) {
            Accessibility.Uses uses = Accessibility.uses(unit, nests, classes, view);
            seen.addAll(uses.seen());
            uses.problems().forEach(problem -> problems.put(problem, unit.machine()));
        }
        LinkException last = null;
        for (var entry : problems.entrySet()) {
            Accessibility.Member member = entry.getKey().member();
            last = new LinkException(entry.getValue(), entry.getKey().text());
            // closed to the one, it would be to the other
            if (seen.contains(member)) throw last;
            closed.add(member);
        }
        return last;
    }

    private List<NestedCompiler.Unit> compile(List<StateMachine> machines) throws LinkException {
        if (machines.isEmpty()) return List.of();
        Nests nests = Nests.of(machines, files, sources);
        return compile(machines, nests, OpenedView.of(machines, nests, files));
    }

    private static List<StateMachine> chosen(List<StateMachine> machines, Predicate<StateMachine> which) {
        return machines.stream().filter(which).toList();
    }

    private static Set<String> hosts(List<StateMachine> machines, Nests nests) {
        Set<String> hosts = new LinkedHashSet<>();
        for (StateMachine machine : machines) hosts.add(host(machine, nests));
        return hosts;
    }

    private static String host(StateMachine machine, Nests nests) {
        return nests.host(Nests.internal(machine.userClass()));
    }
}
