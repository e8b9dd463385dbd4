package dev.javait.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.processor.model.ClassName;
import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "(done) ~ done",
                "((a) && (b)) ~ (a) && (b)",
                "(a) && (b) ~ (a) && (b)",
                "( a > b ) ~ a > b",
                "a > b ~ a > b",
                "(is(\")\")) ~ (is(\")\"))",
            })
    void parenthesesAroundTheWholeOfAConditionGo(String condition, String bare) {
        assertEquals(bare, text(Conditions.bare(Code.of(condition))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "done ~ !done",
                "(done) ~ !done",
                "!done ~ done",
                "(!(done)) ~ done",
                "!queue.isEmpty() ~ queue.isEmpty()",
                "items.get(i + 1).isOpen() ~ !items.get(i + 1).isOpen()",
                "x == null ~ x != null",
                "a + 1 != f(b == c) ~ a + 1 == f(b == c)",
                "a < b ~ !(a < b)",
                "a && b ~ !(a && b)",
                "!a && b ~ !(!a && b)",
                "!a == b ~ !(!a == b)",
                "a == !b ~ !(a == !b)",
                "a == b == c ~ !(a == b == c)",
                "a <= b == c ~ !(a <= b == c)",
                "a == b && c ~ !(a == b && c)",
                "a ? b : c == d ~ !(a ? b : c == d)",
                "a = b == c ~ !(a = b == c)",
                "a -> b == c ~ !(a -> b == c)",
                "(Boolean) x ~ !((Boolean) x)",
                "o instanceof String ~ !(o instanceof String)",
                "x == '=' ~ !(x == '=')",
                "x == y /* z */ ~ !(x == y /* z */)",
                "new Door().isOpen() ~ !(new Door().isOpen())",
            })
    void theOppositeOfAConditionReadsWellWhereThatIsSafe(String condition, String negated) {
        assertEquals(negated, text(Conditions.negated(Code.of(condition))));
    }

    @Test
    void namesMayBePartsOfTheirOwn() {
        Code condition =
                Code.join("(", new Part.Line(3), new Part.Self(), ".size ", "== ", ClassName.of("p", "Box"), ".MAX)");
        assertEquals("self.size != Box.MAX", text(Conditions.negated(condition)));
    }

    @Test
    void onlyAComparisonOfWholeNumbersIsTurnedRound() {
        Variable i = Variable.slot("i", Type.INT);
        assertEquals("i >= 2", text(Conditions.negated(Code.join("(", i, " < 2)"))));
        assertEquals("i < i + 1", text(Conditions.negated(Code.join(i, " >= ", i, " + 1"))));
        assertEquals("!(i < 1.5)", text(Conditions.negated(Code.join(i, " < 1.5"))));
        assertEquals("!(i << 2 > 3)", text(Conditions.negated(Code.join(i, " << 2 > 3"))));
        assertEquals("!(x < 2)", text(Conditions.negated(Code.join(Variable.slot("x", Type.DOUBLE), " < 2"))));
    }

    @Test
    void whatBindsAPatternIsLeftAlone() {
        Code condition = Code.join("o.matches()", new Part.Bound(List.of()));
        assertEquals("!(o.matches())", text(Conditions.negated(condition)));
    }

    private static String text(Code code) {
        return code.parts().stream()
                .map(ConditionsTest::text)
                .collect(Collectors.joining())
                .strip();
    }

    private static String text(Part part) {
        if (part instanceof Part.Text text) return text.text();
        if (part instanceof Part.ClassUse use)
            return String.join(".", use.name().simpleNames());
        if (part instanceof Part.Use use) return use.variable().name();
        return part instanceof Part.Self ? "self" : "";
    }
}
