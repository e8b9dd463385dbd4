package dev.javait.processor.passes;

import dev.javait.processor.model.Type;
import java.util.Map;

/** Values as Java converts and combines them, as far as the little programs need it. */
final class Values {
    private static final Map<String, Class<?>> CLASSES = Map.of(
            "Throwable", Throwable.class,
            "Exception", Exception.class,
            "NullPointerException", NullPointerException.class,
            "Failure", World.Failure.class,
            "Red", World.Red.class,
            "Blue", World.Blue.class,
            "Integer", Integer.class,
            "Object", Object.class);

    private Values() {}

    /**
     * A null is reported by an exception of its own: the one that the virtual machine throws by itself may be one for all, which
     * suppresses nothing.
     */
    static Object present(Object value) {
        if (value == null) throw new NullPointerException();
        return value;
    }

    static boolean isInstance(Object value, String className) {
        Class<?> type = CLASSES.get(className);
        if (type == null) throw new IllegalArgumentException(className);
        return type.isInstance(value);
    }

    static Object cast(Object value, String type) {
        return switch (type) {
            case "int" -> convert(value, Type.Kind.INT);
            case "byte" -> convert(value, Type.Kind.BYTE);
            default -> {
                if (value != null && !isInstance(value, type)) throw new ClassCastException(type);
                yield value;
            }
        };
    }

    static Object convert(Object value, Type.Kind kind) {
        return switch (kind) {
            case INT -> ((Number) present(value)).intValue();
            case BYTE -> (int) ((Number) present(value)).byteValue();
            case BOOLEAN -> present(value);
            default -> value;
        };
    }

    /** The left operand, unboxed: that happens before the right one is evaluated. */
    static Object operand(String operator, Object value) {
        boolean asItIs = operator.equals("==") || operator.equals("!=") || value instanceof String;
        return asItIs ? value : convert(value, Type.Kind.INT);
    }

    static Object combine(String operator, Object left, Object right) {
        if (operator.equals("==") || operator.equals("!=")) {
            boolean same = left instanceof Number ? left.equals(right) : left == right;
            return same == operator.equals("==");
        }
        if (operator.equals("+") && (left instanceof String || right instanceof String)) {
            return World.show(left) + World.show(right);
        }
        int a = (Integer) convert(left, Type.Kind.INT);
        int b = (Integer) convert(right, Type.Kind.INT);
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "<" -> a < b;
            case ">" -> a > b;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
