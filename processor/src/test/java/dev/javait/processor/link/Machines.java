package dev.javait.processor.link;

import dev.javait.processor.model.Bridge;
import dev.javait.processor.model.LineMap;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds state machines as the emitter does, from the text of their bodies. */
final class Machines {
    private static final Pattern LINE = Pattern.compile("// (\\d+)$");

    private final String userClass;
    private final String method;
    private final String descriptor;
    private final List<Bridge> bridges = new ArrayList<>();
    private String name;
    private String self;
    private String parameters = "";
    private MethodKind kind = MethodKind.COROUTINE;
    private boolean isLambda;
    private String header = "";

    private Machines(String userClass, String method, String descriptor) {
        this.userClass = userClass;
        this.method = method;
        this.descriptor = descriptor;
        this.name = method;
        this.self = userClass.replaceFirst("(\\w)\\$(?=[A-Z])", "$1.");
    }

    static Machines of(String userClass, String method, String descriptor) {
        return new Machines(userClass, method, descriptor);
    }

    Machines named(String name) {
        this.name = name;
        return this;
    }

    Machines isStatic() {
        self = "";
        return this;
    }

    /** How the source names the user's class. */
    Machines self(String type) {
        self = type;
        return this;
    }

    Machines parameters(String parameters) {
        this.parameters = parameters;
        return this;
    }

    Machines kind(MethodKind kind) {
        this.kind = kind;
        return this;
    }

    Machines bridge(Bridge bridge) {
        bridges.add(bridge);
        return this;
    }

    Machines header(String text) {
        header = text;
        return this;
    }

    Machines lambda() {
        isLambda = true;
        return this;
    }

    /** The body, in which {@code // 17} at a line's end says that it stands for the user's line 17. */
    StateMachine body(String body) {
        int dot = userClass.lastIndexOf('.');
        String simple = userClass.substring(dot + 1) + "$" + name;
        String source = source(simple, userClass.substring(0, Math.max(dot, 0)), body);
        String file = userClass.substring(dot + 1).replaceFirst("\\$.*", "") + ".java";
        StateMachine.Method user = isLambda ? null : new StateMachine.Method(method, descriptor, self.isEmpty());
        return new StateMachine(
                userClass,
                user,
                userClass + "$" + name,
                name + "$async",
                kind,
                !self.isEmpty(),
                false,
                new StateMachine.Members(
                        method,
                        variables().stream().map(Machines::name).toList(),
                        self.isEmpty() ? List.of() : List.of("self"),
                        new TreeMap<>()),
                source,
                lines(source),
                file,
                3,
                Map.of(),
                Set.of(),
                bridges);
    }

    private List<String> variables() {
        List<String> variables = new ArrayList<>();
        if (!self.isEmpty()) variables.add(self + " self");
        if (!parameters.isEmpty()) variables.addAll(List.of(parameters.split(", ")));
        return variables;
    }

    private String source(String simple, String pkg, String body) {
        List<String> variables = variables();
        String fields =
                variables.stream().map(variable -> "  " + variable + ";\n").collect(Collectors.joining());
        String sets = variables.stream()
                .map(Machines::name)
                .map(v -> "this." + v + " = " + v + "; ")
                .collect(Collectors.joining());
        String constructor = simple + "(" + String.join(", ", variables) + ") { " + sets + "}\n";
        String first = self.isEmpty() ? "" : self + " self, ";
        return (pkg.isEmpty() ? "" : "package " + pkg + ";\n") + header + "\nfinal class " + simple
                + " extends dev.javait.frame.Frame<Object> {\n" + fields + "  "
                + (isLambda ? constructor : "")
                + "  static Object " + name + "$async(" + first + "dev.javait.frame.Driver driver, " + simple
                + " frame, int state, Object value, Throwable error) throws Throwable {\n"
                + body + "\n  }\n}\n";
    }

    private static String name(String variable) {
        return variable.substring(variable.lastIndexOf(' ') + 1);
    }

    private static LineMap lines(String source) {
        List<String> lines = source.lines().toList();
        int[] users = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = LINE.matcher(lines.get(i));
            if (matcher.find()) users[i + 1] = Integer.parseInt(matcher.group(1));
        }
        return new LineMap(users);
    }
}
