package dev.javait.processor.read;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Java's operators over constants: boxed primitives and strings. */
final class ConstantFolding {
    private ConstantFolding() {}

    static @Nullable Object unary(Tree.Kind operator, Object operand) {
        return switch (operator) {
            case LOGICAL_COMPLEMENT -> !(boolean) operand;
            case UNARY_PLUS -> binary(Tree.Kind.PLUS, 0, operand);
            case UNARY_MINUS ->
                operand instanceof Double || operand instanceof Float
                        ? binary(Tree.Kind.MULTIPLY, operand, -1)
                        : binary(Tree.Kind.MINUS, 0, operand);
            case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, operand, -1);
            default -> null;
        };
    }

    static @Nullable Object binary(Tree.Kind operator, Object left, Object right) {
        if (left instanceof String || right instanceof String) return text(operator, left, right);
        if (left instanceof Boolean a && right instanceof Boolean b) return logical(operator, a, b);
        Object a = promoted(left);
        Object b = promoted(right);
        switch (operator) {
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> {
                return shift(operator, a, ((Number) b).longValue());
            }
            default -> {}
        }
        if (a instanceof Double || b instanceof Double) return decimal(operator, number(a), number(b));
        if (a instanceof Float || b instanceof Float)
            return single(operator, ((Number) a).floatValue(), ((Number) b).floatValue());
        boolean isLong = a instanceof Long || b instanceof Long;
        Object value = integral(operator, ((Number) a).longValue(), ((Number) b).longValue());
        return !isLong && value instanceof Long wide ? (Object) wide.intValue() : value;
    }

    static @Nullable Object cast(TypeKind kind, Object value) {
        if (kind == TypeKind.DECLARED) return value instanceof String ? value : null;
        if (value instanceof Boolean) return kind == TypeKind.BOOLEAN ? value : null;
        if (!(promoted(value) instanceof Number number)) return null;
        // from a floating-point number to a narrow one goes by way of int
        boolean isFloating = number instanceof Double || number instanceof Float;
        long whole = isFloating && kind != TypeKind.LONG ? number.intValue() : number.longValue();
        return switch (kind) {
            case BYTE -> (byte) whole;
            case SHORT -> (short) whole;
            case CHAR -> (char) whole;
            case INT -> (int) whole;
            case LONG -> whole;
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> null;
        };
    }

    private static Object promoted(Object value) {
        if (value instanceof Character c) return (int) c;
        return value instanceof Byte || value instanceof Short ? (Object) ((Number) value).intValue() : value;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static @Nullable Object text(Tree.Kind operator, Object left, Object right) {
        return switch (operator) {
            case PLUS -> left.toString() + right;
            case EQUAL_TO -> left.equals(right);
            case NOT_EQUAL_TO -> !left.equals(right);
            default -> null;
        };
    }

    private static @Nullable Object logical(Tree.Kind operator, boolean a, boolean b) {
        return switch (operator) {
            case CONDITIONAL_AND, AND -> a && b;
            case CONDITIONAL_OR, OR -> a || b;
            case XOR, NOT_EQUAL_TO -> a != b;
            case EQUAL_TO -> a == b;
            default -> null;
        };
    }

    private static @Nullable Object shift(Tree.Kind operator, Object value, long distance) {
        if (value instanceof Integer a) {
            return switch (operator) {
                case LEFT_SHIFT -> a << (int) distance;
                case RIGHT_SHIFT -> a >> (int) distance;
                default -> a >>> (int) distance;
            };
        }
        long a = ((Number) value).longValue();
        return switch (operator) {
            case LEFT_SHIFT -> a << distance;
            case RIGHT_SHIFT -> a >> distance;
            default -> a >>> distance;
        };
    }

    /** The low bits of a result are those of the same operation over ints. */
    private static @Nullable Object integral(Tree.Kind operator, long a, long b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Object) (a / b);
            case REMAINDER -> b == 0 ? null : (Object) (a % b);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            default -> null;
        };
    }

    private static @Nullable Object single(Tree.Kind operator, float a, float b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            default -> decimal(operator, a, b);
        };
    }

    private static @Nullable Object decimal(Tree.Kind operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            default -> null;
        };
    }
}
