package dev.javait.processor.passes;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the little bit of Java that the code of these tests consists of. */
final class Script {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\w+)|(\"[^\"]*\")|(==|!=|&&|\\|\\||\\+\\+|--|[-+*/]=|[-+*/<>=!?:;,.(){}\\[\\]]))");
    private static final Map<Code, Node> EXPRESSIONS = new IdentityHashMap<>();
    private static final Map<Code, Node> STATEMENTS = new IdentityHashMap<>();

    private final List<Object> tokens;
    private int next;

    private Script(List<Object> tokens) {
        this.tokens = tokens;
    }

    /** Code that can be evaluated. */
    interface Node {
        Object eval(Host host);

        /** Evaluates what stands within a place, once. */
        default Ref ref(Host host) {
            throw new UnsupportedOperationException("not a place");
        }
    }

    /** A place whose parts are evaluated. */
    interface Ref {
        Object get();

        void set(Object value);
    }

    /** A word or a sign. */
    private record Word(String text) {}

    /** A value that was computed before. */
    record Known(Object value) {}

    /** Forgets what it has read, for the next program. */
    static void clear() {
        EXPRESSIONS.clear();
        STATEMENTS.clear();
    }

    static Node expression(Code code) {
        return EXPRESSIONS.computeIfAbsent(code, c -> new Script(tokens(c.parts())).whole(true));
    }

    static Node statements(Code code) {
        return STATEMENTS.computeIfAbsent(code, c -> new Script(tokens(c.parts())).whole(false));
    }

    /** An expression of parts and {@link Known} values. */
    static Node mixed(List<?> pieces) {
        return new Script(tokens(pieces)).whole(true);
    }

    private static List<Object> tokens(List<?> pieces) {
        var tokens = new ArrayList<Object>();
        for (Object piece : pieces) {
            if (piece instanceof Part.Text text) {
                split(text.text(), tokens);
            } else if (piece instanceof Part.ClassUse use) {
                tokens.add(new Word(use.name().simpleNames().get(0)));
            } else if (!(piece instanceof Part.Line || piece instanceof Part.Copies || piece instanceof Part.Bound)) {
                tokens.add(piece);
            }
        }
        return tokens;
    }

    private static void split(String text, List<Object> tokens) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (matcher.find(at) && matcher.start() == at) {
            tokens.add(new Word(matcher.group().strip()));
            at = matcher.end();
            if (text.substring(at).isBlank()) return;
        }
        if (!text.substring(at).isBlank()) throw new IllegalArgumentException("not a script: " + text.substring(at));
    }

    private Node whole(boolean expression) {
        var nodes = new ArrayList<Node>();
        if (expression) nodes.add(expression());
        else while (next < tokens.size()) nodes.add(statement());
        if (next < tokens.size()) throw new IllegalArgumentException(tokens + " at " + next);
        return nodes.size() == 1 ? nodes.get(0) : sequence(nodes);
    }

    private static Node sequence(List<Node> nodes) {
        return host -> {
            nodes.forEach(node -> node.eval(host));
            return null;
        };
    }

    private boolean at(String word) {
        return next < tokens.size()
                && tokens.get(next) instanceof Word w
                && w.text().equals(word);
    }

    private boolean take(String word) {
        boolean there = at(word);
        if (there) next++;
        return there;
    }

    private void expect(String word) {
        if (!take(word)) throw new IllegalArgumentException("no " + word + " in " + tokens + " at " + next);
    }

    private Object peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : new Word("");
    }

    private String word() {
        return ((Word) tokens.get(next++)).text();
    }

    // Statements.

    private Node statement() {
        Object token = tokens.get(next);
        if (token instanceof Part.Exit || token instanceof Part.Goto || token instanceof Part.Leave) {
            next++;
            return host -> {
                host.jump((Part) token);
                return null;
            };
        }
        if (at("{")) return block();
        if (take("if")) return branch();
        if (take("while")) return loop();
        if (take("try")) return tryFinally();
        if (take("throw")) return fail();
        Node expression = expression();
        expect(";");
        return expression;
    }

    private Node block() {
        expect("{");
        var nodes = new ArrayList<Node>();
        while (!take("}")) nodes.add(statement());
        return sequence(nodes);
    }

    private Node condition() {
        expect("(");
        Node condition = expression();
        expect(")");
        return condition;
    }

    private Node branch() {
        Node condition = condition();
        Node then = statement();
        Node otherwise = take("else") ? statement() : host -> null;
        return host -> isTrue(condition, host) ? then.eval(host) : otherwise.eval(host);
    }

    private Node loop() {
        Node condition = condition();
        Node body = statement();
        return host -> {
            while (isTrue(condition, host)) body.eval(host);
            return null;
        };
    }

    private Node tryFinally() {
        Node body = block();
        expect("finally");
        Node ending = block();
        return host -> {
            try {
                body.eval(host);
            } catch (World.Enough | AssertionError over) {
                throw over;
            } catch (Throwable pending) {
                ending.eval(host);
                throw pending;
            }
            return ending.eval(host);
        };
    }

    private Node fail() {
        Node operand = expression();
        expect(";");
        return host -> {
            throw (RuntimeException) Values.present(operand.eval(host));
        };
    }

    // Expressions.

    private Node expression() {
        Node left = conditional();
        if (take("=")) {
            Node value = expression();
            return host -> {
                Ref ref = left.ref(host);
                ref.set(value.eval(host));
                return ref.get();
            };
        }
        for (String operator : List.of("+", "-", "*")) {
            if (take(operator + "=")) return compound(left, operator, expression());
        }
        return left;
    }

    private static Node compound(Node place, String operator, Node value) {
        return host -> {
            Ref ref = place.ref(host);
            Object old = Values.operand(operator, ref.get());
            ref.set(Values.combine(operator, old, value.eval(host)));
            return ref.get();
        };
    }

    private Node conditional() {
        Node condition = either();
        if (!take("?")) return condition;
        Node whenTrue = expression();
        expect(":");
        Node whenFalse = expression();
        return host -> isTrue(condition, host) ? whenTrue.eval(host) : whenFalse.eval(host);
    }

    private Node either() {
        Node left = both();
        while (take("||")) {
            Node first = left;
            Node right = both();
            left = host -> isTrue(first, host) || isTrue(right, host);
        }
        return left;
    }

    private Node both() {
        Node left = binary(0);
        while (take("&&")) {
            Node first = left;
            Node right = binary(0);
            left = host -> isTrue(first, host) && isTrue(right, host);
        }
        return left;
    }

    private static final List<List<String>> LEVELS =
            List.of(List.of("==", "!="), List.of("<", ">", "instanceof"), List.of("+", "-"), List.of("*", "/"));

    private Node binary(int level) {
        if (level == LEVELS.size()) return unary();
        Node left = binary(level + 1);
        while (next < tokens.size()
                && tokens.get(next) instanceof Word w
                && LEVELS.get(level).contains(w.text())) {
            next++;
            left = w.text().equals("instanceof") ? instanceTest(left) : combine(w.text(), left, binary(level + 1));
        }
        return left;
    }

    private static Node combine(String operator, Node left, Node right) {
        return host -> {
            Object first = Values.operand(operator, left.eval(host));
            return Values.combine(operator, first, right.eval(host));
        };
    }

    private Node instanceTest(Node operand) {
        String type = word();
        Variable binding = peek(0) instanceof Part.BindingName name ? name.variable() : null;
        if (binding != null) next++;
        return host -> {
            Object value = operand.eval(host);
            boolean matches = Values.isInstance(value, type);
            if (matches && binding != null) host.set(binding, value);
            return matches;
        };
    }

    private Node unary() {
        if (take("!")) {
            Node operand = unary();
            return host -> !isTrue(operand, host);
        }
        if (at("(") && peek(1) instanceof Word type && isType(type.text()) && peek(2).equals(new Word(")"))) {
            next += 3;
            Node operand = unary();
            return host -> Values.cast(operand.eval(host), type.text());
        }
        return postfix();
    }

    private static boolean isType(String word) {
        return word.equals("int") || word.equals("byte") || (!word.isEmpty() && Character.isUpperCase(word.charAt(0)));
    }

    private Node postfix() {
        Node node = primary();
        while (true) {
            if (take(".")) node = member(node);
            else if (take("[")) node = element(node);
            else if (take("++")) node = increment(node);
            else return node;
        }
    }

    private static Node increment(Node place) {
        return host -> {
            Ref ref = place.ref(host);
            Object old = ref.get();
            ref.set(Values.combine("+", old, 1));
            return old;
        };
    }

    private Node member(Node receiver) {
        String name = word();
        if (at("(")) {
            List<Node> args = arguments();
            return host -> {
                Object object = receiver.eval(host);
                return host.world.invoke(object, name, evaluated(args, host));
            };
        }
        return new Node() {
            @Override
            public Object eval(Host host) {
                return ref(host).get();
            }

            @Override
            public Ref ref(Host host) {
                return Refs.field(receiver.eval(host), name);
            }
        };
    }

    private Node element(Node array) {
        Node index = expression();
        expect("]");
        return new Node() {
            @Override
            public Object eval(Host host) {
                return ref(host).get();
            }

            @Override
            public Ref ref(Host host) {
                Object object = array.eval(host);
                return Refs.element(object, index.eval(host));
            }
        };
    }

    private List<Node> arguments() {
        expect("(");
        var args = new ArrayList<Node>();
        while (!take(")")) {
            if (!args.isEmpty()) expect(",");
            args.add(expression());
        }
        return args;
    }

    private Node primary() {
        Object token = tokens.get(next++);
        if (token instanceof Known known) return host -> known.value();
        if (token instanceof Part.Use use) return variable(use.variable());
        String word = ((Word) token).text();
        if (word.equals("(")) {
            Node inner = expression();
            expect(")");
            return inner;
        }
        if (word.equals("new")) return creation(word());
        if (word.equals("true") || word.equals("false")) return host -> word.equals("true");
        if (word.equals("null")) return host -> null;
        if (word.equals("Boolean")) {
            expect(".");
            expect("TRUE");
            return host -> true;
        }
        if (word.startsWith("\"")) return host -> word.substring(1, word.length() - 1);
        if (Character.isDigit(word.charAt(0))) {
            Integer number = Integer.valueOf(word);
            return host -> number;
        }
        List<Node> args = arguments();
        return host -> host.world.call(word, evaluated(args, host));
    }

    private Node creation(String type) {
        List<Node> args = arguments();
        return host -> new World.Wrong(type + evaluated(args, host));
    }

    private static List<Object> evaluated(List<Node> nodes, Host host) {
        var values = new ArrayList<Object>();
        nodes.forEach(node -> values.add(node.eval(host)));
        return values;
    }

    private static boolean isTrue(Node node, Host host) {
        return (Boolean) Values.present(node.eval(host));
    }

    private static Node variable(Variable variable) {
        return new Node() {
            @Override
            public Object eval(Host host) {
                return host.get(variable);
            }

            @Override
            public Ref ref(Host host) {
                return Refs.variable(host, variable);
            }
        };
    }
}
