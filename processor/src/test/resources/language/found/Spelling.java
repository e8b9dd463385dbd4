package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Names that are not written as they read, and characters that end a line for some and not for Java. */
class Spelling {
    private int fi\u0065ld\u0001 = 3;

    record Point(int x, int \u0079) {}

    @Async
    Coroutine<String> members\u0002(int \u0061rgument, Object value) {
        int lo\u0001cal = await(leaf("local", argument)), se\u0063ond = 2, a\u0000rray[] = {1, 2};
        final var dec\u006cared = await(leaf("declared", 5));
        for (int e\u0061ch : new int[] {1, await(leaf("each", 2))}) local += each + e\u0061ch;
        for (String each\u0001 : List.of("a", "bb")) second += eac\u0068.length();
        IntUnaryOperator doubled = n\u0001 -> \u006e + local() + argument;
        IntFunction<String> text = (int \u006e) -> n + "" + dec\u006cared;
        try {
            fiel\u0064 += await(leaf("field", local));
            this.fi\u0001eld++;
            throw new IllegalStateException("x" + second);
        } catch (final IllegalStateException caug\u0068t) {
            lo\u0063al += await(leaf("caught", caught.getMessage().length()));
        }
        o\u0075ter:
        while (true) {
            while (lo\u0063al++ < 1000) {
                if (await(leaf("turn", local)) > 40) break outer;
            }
            break \u006futer;
        }
        String s = "";
        if (value instanceof Stri\u006eg te\u0078t1 && text1.length() < await(leaf("length", 9))) s += t\u0065xt1;
        if (value instanceof String t\u0001ext2 && t\u0001ext2.length() > 1) s += await(leaf("text", "T")) + text2;
        if (!(value instanceof Integer num\u0062er)) return done(s + local + field + array.length + doubled.applyAsInt(1));
        s += numb\u0065r + await(leaf("number", 1));
        Coroutine<Integer> later = async(() -> num\u0062er + await(leaf("later", 1)) + dec\u006cared);
        return done(s + await(lat\u0065r) + text.apply(second) + new Point(1, 2).\u0079() + this.memb\u0065r());
    }

    private int local() {
        return 7;
    }

    private String member() {
        return "m" + field;
    }

    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(Integer.toHexString(c)).append(' '));
        return shown.toString();
    }

    @Async
    static Coroutine<String> breaks(int n) {
        String s = shown("ab" + await(leaf("n", n)));
        s += shown("    ") + ' ' + '' /*   */; s += "\\  \t"; //   s = "";
        s += shown("""
            ab 
               x
            \ty""" + await(leaf("m", 1)));
        while (s.length() < n) s += "";
        return done(s);
    }

    @Case("F90: names with escapes and ignorable characters in them")
    @Async
    static Coroutine<String> names() {
        var self = new Spelling();
        return done(await(self.members(4, "text")) + await(self.members\u0002(5, 6)) + await(self.members(6, null)));
    }

    @Case("F90: characters that end no line stand in strings")
    @Async
    static Coroutine<String> lines() {
        return done(await(breaks(1)) + await(breaks(300)));
    }
}
