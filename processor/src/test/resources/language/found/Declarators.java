package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;

/** Variables that share the tree of their type. */
class Declarators {
    @Case("several declarators of one statement in a loop without await")
    @Async
    static Coroutine<String> inALoop() {
        String s = await(leaf("a", "s"));
        for (int i = 0; i < 2; i++) {
            final Object a = i, b = s;
            List<String> c = List.of(s), d[] = null, e = c;
            s += a + "" + b + c + d + e;
            Runnable r = () -> log(a), q = () -> log(b);
            r.run();
            q.run();
        }
        for (Integer i = 0, j = 1; i < 2; i++, j--) s += await(leaf("b", i)) + j;
        return done(s);
    }
}
