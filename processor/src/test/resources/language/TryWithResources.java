package language;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.failing;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static dev.javait.processor.twin.support.Trace.log;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.io.IOException;

class TryWithResources {
    static RuntimeException oops(String message) {
        return new IllegalStateException(message);
    }

    record Resource(String name, String failure) implements AutoCloseable {
        Resource {
            log("open " + name);
        }

        Resource(String name) {
            this(name, null);
        }

        @Override
        public void close() throws IOException {
            log("close " + name);
            if (failure != null) throw new IOException(failure);
        }
    }

    @Case("C8: resources are closed in reverse order, before the catch and the finally")
    @Async
    static Coroutine<String> resources() {
        try (var a = new Resource("a");
                var b = new Resource(await(leaf("name", "b")));
                Resource nothing = await(leaf("null", (Resource) null))) {
            log(a.name() + b.name() + nothing);
            await(failing("body", oops("body")));
        } catch (IllegalStateException | IOException e) {
            log(await(leaf("caught", e.getMessage())));
        } finally {
            log("finally");
        }
        return done("end");
    }

    @Case("C8: failures of closing are suppressed by the body's")
    @Async
    static Coroutine<String> suppressed() throws Exception {
        try (var a = new Resource("a", "close a");
                var b = new Resource("b", "close b")) {
            await(leaf("x", 0));
            throw oops(a.name() + b.name());
        }
    }

    @Case("C8: without a failure of the body the first failure of closing is primary")
    @Async
    static Coroutine<String> closingFails() throws Exception {
        try (var a = new Resource("a", "close a");
                var b = new Resource("b", "close b");
                var c = new Resource("c")) {
            return done(await(leaf("x", "result" + a.name() + b.name() + c.name())));
        }
    }

    @Case("C8: a resource that cannot be opened leaves the earlier ones to be closed")
    @Async
    static Coroutine<String> openingFails() throws Exception {
        try (var a = new Resource("a", "close a");
                Resource b = await(failing("b", new IOException("open b")))) {
            return done("never" + a + b);
        }
    }

    @Case("C8: jumps out of a try with resources close them")
    @Async
    static Coroutine<String> jumpsOutOfResources() throws Exception {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try (var a = new Resource("a" + i)) {
                if (i == 0) continue;
                s += await(leaf("x", a.name()));
                if (i == 2) break;
            }
            s += ";";
        }
        return done(s);
    }

    @Case("C8: a resource may be a variable or a field that is there already")
    @Async
    static Coroutine<String> existingResource() throws Exception {
        var a = new Resource(await(leaf("a", "a")));
        try (a) {
            log(await(leaf("in", "inside")));
        }
        try (new TryWithResources().held) {
            await(leaf("x", 0));
        } catch (IOException e) {
            return done(e.getMessage());
        }
        return done("never");
    }

    final Resource held = new Resource("held", "close held");

    @Case("C8: resources that are there already, in a try without awaits of its own")
    @Async
    static Coroutine<String> existingResources() throws Exception {
        String s = "";
        for (int i = 0; i < 3; i++) {
            Resource a = new Resource("a" + i);
            Resource b = new Resource(await(leaf("b", "b" + i)));
            try (a) {}
            try (a; b) {
                s += a.name() + b.name();
            } finally {
                log("finally");
            }
            if (i > 0) try (a;b;Resource c = new Resource("c" + i)) { s += c.name(); }
            var holder = new TryWithResources();
            try (holder.held /* there */ ; var c = b) {
                s += await(leaf("c", c.name()));
            } catch (IOException e) {
                s += e.getMessage();
            }
            try (holder.held; holder.held) {
                s += "never closed";
            } catch (IOException e) {
                s += e.getSuppressed().length;
            }
        }
        return done(s);
    }

    @Case("C8: awaits only in the catch of a try with resources")
    @Async
    static Coroutine<String> awaitOnlyInCatch() {
        try (var a = new Resource("a", "close a")) {
            log(a.name());
        } catch (IOException e) {
            return done(await(leaf("caught", e.getMessage())));
        }
        return done("never");
    }
}
