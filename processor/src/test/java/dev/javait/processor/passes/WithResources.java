package dev.javait.processor.passes;

import dev.javait.processor.model.Stmt;
import java.util.List;

/** {@code try} with resources as the language says it works, one kind of closing after the other. */
final class WithResources {
    private final TreeRunner runner;

    WithResources(TreeRunner runner) {
        this.runner = runner;
    }

    void run(List<Stmt.Resource> resources, Stmt body) {
        if (resources.isEmpty()) {
            runner.run(body);
            return;
        }
        Stmt.Resource first = resources.get(0);
        Object resource = runner.eval(first.initializer());
        runner.set(first.variable(), resource);
        Runnable inner = () -> run(resources.subList(1, resources.size()), body);
        if (resource == null) inner.run();
        else if (first.closing() == Stmt.Closing.SCOPE) inScope(resource, inner);
        else closing(resource, first.closing(), inner);
    }

    private void closing(Object resource, Stmt.Closing closing, Runnable inner) {
        try {
            inner.run();
        } catch (Host.Signal jump) {
            close(resource, closing);
            throw jump;
        } catch (World.Enough over) {
            throw over;
        } catch (RuntimeException primary) {
            try {
                close(resource, closing);
            } catch (RuntimeException late) {
                primary.addSuppressed(late);
            }
            throw primary;
        }
        close(resource, closing);
    }

    private void close(Object resource, Stmt.Closing closing) {
        if (closing == Stmt.Closing.PLAIN) runner.world.invoke(resource, "close", List.of());
        else runner.world.await(runner.world.invoke(resource, "closeAsync", List.of()));
    }

    private void inScope(Object scope, Runnable inner) {
        try {
            inner.run();
        } catch (Host.Signal jump) {
            exit(scope, null);
            throw jump;
        } catch (World.Enough over) {
            throw over;
        } catch (RuntimeException failure) {
            if (!exit(scope, failure)) throw failure;
            return;
        }
        exit(scope, null);
    }

    private boolean exit(Object scope, RuntimeException failure) {
        var args = new java.util.ArrayList<Object>();
        args.add(failure);
        return (Boolean) runner.world.await(runner.world.invoke(scope, "exit", args));
    }
}
