package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.function.IntSupplier;

class Names {
    int self = 1;
    int state = 2;
    int frame = 3;
    String result = "result";
    static int label = 4;
    static int _state = 5;
    int $state = 6;

    void resume() {
        log("own resume");
    }

    void step() {
        log("own step");
    }

    void start() {
        log("own start");
    }

    void run() {
        log("own run");
    }

    @Case("H7: locals named like whatever a state machine needs")
    @Async
    static Coroutine<String> generatedNames() {
        int state = await(leaf("state", 1));
        int _state = state + 1, $state = 3, state$ = 4, state0 = 5, state1 = 6, $ = 7, __ = 8, _0 = 9;
        Object frame = "frame", value = "value", error = "error", self = "self", result = "result", pending = "pending";
        Object exception = "e", throwable = "t", t = "t", e = "e", ex = "x", caught = "caught", awaited = "awaited";
        Object coroutine = "co", continuation = "k", loop = "loop", task = "task", label = "label", next = "next", it = "it";
        Object iterator = "i", array = "a", index = 0, temp = "temp", tmp = "tmp", t1 = "t1", t0 = "t0", selector = "s", jump = "j";
        String s = "" + state + _state + $state + state$ + state0 + state1 + $ + __ + _0;
        for (Object element : new Object[] {frame, value, await(leaf("error", error)), self, result, pending}) s += await(leaf("element", element));
        for (Object each : java.util.List.of(exception, throwable, t, e, ex, caught, awaited)) s += await(leaf("each", each));
        try {
            s += coroutine + "" + continuation + loop + await(leaf("task", task)) + label + next + it;
            if (state == 1) throw new IllegalStateException("!");
        } catch (IllegalStateException failure) {
            s += failure.getMessage() + iterator + array + await(leaf("index", index)) + temp + tmp + t1 + t0 + selector + jump;
        } finally {
            s += await(leaf("finally", pending)) + "" + state + value + error;
        }
        return done(s);
    }

    @Case("H7: members named like whatever a state machine inherits")
    @Async
    static Coroutine<String> ownMembers() {
        return done(await(new Names().members()));
    }

    @Async
    Coroutine<String> members() {
        int a = await(leaf("a", 1));
        state += a;
        self++;
        frame = self + state;
        label += await(leaf("b", 1));
        label--;
        resume();
        step();
        this.start();
        run();
        IntSupplier s = () -> state + $state + _state;
        await(leaf("c", 0));
        return done(result + self + state + frame + label + s.getAsInt() + toString().isEmpty() + (hashCode() == hashCode()) + equals(this));
    }

    @Override
    public String toString() {
        return "names";
    }

    static class Await {
        int x = 1;
    }

    static class Frame {
        int y = 2;
    }

    static class Throwable {
        static String name() {
            return "own Throwable";
        }
    }

    static class Integer {
        static String name() {
            return "own Integer";
        }
    }

    @Case("H7: nested types named like the runtime's and like those of java.lang")
    @Async
    static Coroutine<String> ownTypes() {
        var a = new Await();
        a.x += (int) await(leaf("a", 5));
        var f = new Frame();
        try {
            f.y *= await(leaf("f", 5));
            throw new IllegalStateException();
        } catch (java.lang.Throwable t) {
            f.y += await(leaf("g", 1));
        }
        java.lang.Integer boxed = await(leaf("boxed", 7));
        return done(a.x + f.y + Throwable.name() + Integer.name() + boxed);
    }

    @Case("H7: locals that hide the packages java and dev")
    @Async
    static Coroutine<String> packageNames() {
        int java = await(leaf("java", 1));
        String dev = await(leaf("dev", "d"));
        int javait = 3, language = 4, Names = 5, Object = 6;
        try {
            java += await(leaf("x", 1));
            dev += java;
        } finally {
            dev += await(leaf("f", javait)) + language;
        }
        for (int lang : new int[] {1}) dev += await(leaf("lang", lang)) + Names + Object;
        return done(dev);
    }

    @Case("H7: parameters named like generated ones, and a method named like a word")
    @Async
    static Coroutine<String> parameterNames() {
        return done(await(words(1, "v", 'e', 2L)) + await(OwnWord.await(3)));
    }

    @Async
    static Coroutine<String> words(int state, String value, char error, long frame) {
        state += await(leaf("state", 1));
        return done(state + value + await(leaf("value", value)) + error + frame);
    }

    static class OwnWord {
        @Async
        static Coroutine<String> await(int done) {
            return done("own" + dev.javait.Javait.await(leaf("done", done)));
        }
    }

    @Case("H7: overloads of one name are separate machines")
    @Async
    static Coroutine<String> overloads() {
        return done(await(over()) + await(over(1)) + await(over("s")) + await(over(1, 2)) + await(over(new int[] {3})) + await(over((java.lang.Object) 4)));
    }

    @Async
    static Coroutine<String> over() {
        return done(await(leaf("none", "none ")));
    }

    @Async
    static Coroutine<String> over(int x) {
        return done(await(leaf("int", "int " + x)));
    }

    @Async
    static Coroutine<String> over(String x) {
        return done(await(leaf("String", "String " + x)));
    }

    @Async
    static Coroutine<String> over(int x, int y) {
        return done(await(leaf("two", "two " + x + y)));
    }

    @Async
    static Coroutine<String> over(int[] x) {
        return done(await(leaf("array", "array " + x[0])));
    }

    @Async
    static Coroutine<String> over(java.lang.Object x) {
        return done(await(leaf("object", "object " + x)));
    }

    @Case("H7: labels named like variables, types and words")
    @Async
    static Coroutine<String> labels() {
        String s = "";
        s:
        for (int i = 0; ; i++) {
            state:
            while (true) {
                await:
                {
                    if (await(leaf("a", i == 0))) break await;
                    s += i;
                    if (await(leaf("b", i < 3))) continue s;
                    break s;
                }
                s += "x";
                break state;
            }
        }
        return done(s);
    }

    @Case("H9: unicode escapes, text blocks, comments and odd layout are read as javac reads them")
    @Async
    static Coroutine<String> layout() {
        String \u0061bc = "\u0022 + await(leaf("esc\u0061pe", 1));
        String block = """
            one "quoted" \
            joined \t tab
              await(leaf("never", 1)) // no comment
            """ + await(leaf("block", 2));
        int /* before */ x /* after */ = /* ( */ await( // ) "
                /* await(x) */ leaf(
                        "comments", /* , */ 3 // ;
                )
        ) /* ) */ + /** javadoc */ 4;
        char quote = '"', other = '\'', brace = '{';
        if (x == 7) /* then */ { /* open */ x += await(leaf("brace }", 1)); } else /* else */ ;
        String url = "http://x" + await(leaf("//", "/*")) + "*/";
        int tab	=	await	(	leaf	(	"tabs"	,	9	)	)	;
        double d = 0x1.8p1 + 1_000 + .5e1 + await(leaf("d", 07)) + 0b11 + 1e-1f;
        String ünïcödé = await(leaf("ü", "\u00fc" + "😀")) + 'é';
        return done(abc + block + x + quote + other + brace + url + tab + d + ünïcödé + ünïcödé.length()); // end
    }

    @Case("H9: parentheses around await, its name qualified, and a static import beside a method of that name")
    @Async
    static Coroutine<java.lang.Integer> qualified() {
        int x = (((await(((leaf("a", 1)))))));
        x += dev.javait.Javait.await(leaf("b", 2));
        x += dev.javait.Javait.<java.lang.Integer>await(leaf("c", 3));
        return (done((x)));
    }
}
