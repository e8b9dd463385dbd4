package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

class Bindings {
    @Case("a pattern over an expression that has a pattern and an await in it")
    @Async
    static Coroutine<String> inTheExpressionTested() {
        Object given = await(leaf("given", "text"));
        if (!((given instanceof String inner ? await(leaf("a", (Object) inner.length())) : given)
                instanceof Integer outer)) {
            return done("none");
        }
        await(leaf("b", 1));
        return done("length " + outer);
    }
}
