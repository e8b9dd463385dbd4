package language.found;

import static dev.javait.Javait.async;
import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.concurrent.Callable;

/** What every class has from Object as protected, and who declares it anew. */
class ProtectedOfObject implements Cloneable {
    private int copies;

    @Override
    public String toString() {
        return "of Object " + copies++;
    }

    @Async
    Coroutine<String> own(ProtectedOfObject other, int[] numbers) throws Exception {
        copies += await(leaf("copies", 2));
        Callable<Object> function = other::clone;
        Callable<Object> inSuper = super::clone;
        Callable<Object> lambda = () -> this.clone();
        Coroutine<Object> later = async(() -> ((ProtectedOfObject) clone()).copies + await(leaf("later", 1)));
        String text = other.clone() + " " + this.clone() + super.clone() + clone();
        return done(text + numbers.clone()[await(leaf("index", 1))] + function.call() + inSuper.call() + lambda.call()
                + await(later));
    }

    class Member {
        @Async
        Coroutine<String> ofTheOuter(ProtectedOfObject other) throws Exception {
            Object copy = ProtectedOfObject.this.clone();
            Callable<Object> function = ProtectedOfObject.this::clone;
            Callable<Object> inSuper = ProtectedOfObject.super::clone;
            Callable<Object> lambda = () -> other.clone();
            return done(copy + " " + await(leaf("other", other.clone())) + ProtectedOfObject.super.clone()
                    + function.call() + inSuper.call() + lambda.call());
        }
    }

    interface Copyable extends Cloneable {
        Object clone();

        void finalize();
    }

    interface Named extends Copyable {
        String name();
    }

    record Copy(String name) implements Named {
        @Override
        public Object clone() {
            return new Copy(name + "'");
        }

        @Override
        public void finalize() {}
    }

    @Async
    <T extends ProtectedOfObject & Runnable> Coroutine<String> anothers(Named named, T both) throws Throwable {
        Object copy = await(leaf("both", both)).clone();
        named.finalize();
        this.finalize();
        return done("" + named.clone() + ((Copyable) named).clone() + await(leaf("named", named)).clone() + copy);
    }

    static class Counted extends ProtectedOfObject implements Runnable {
        @Override
        public void run() {}

        @Override
        protected Counted clone() throws CloneNotSupportedException {
            return (Counted) super.clone();
        }

        @Async
        Coroutine<String> ofTheSubclass() throws Exception {
            class Local extends Counted {
                @Override
                public Local clone() throws CloneNotSupportedException {
                    return (Local) super.clone();
                }
            }
            Counted copy = await(leaf("local", new Local())).clone();
            return done(copy.clone() + " " + clone() + super.clone());
        }
    }

    @Case("members")
    @Async
    static Coroutine<String> members() throws Throwable {
        var object = new ProtectedOfObject();
        String own = await(object.own(new ProtectedOfObject(), new int[] {1, 2}));
        return done(own + await(object.new Member().ofTheOuter(new ProtectedOfObject())));
    }

    @Case("beside an interface's")
    @Async
    static Coroutine<String> besideAnInterfaces() throws Throwable {
        return done(await(new ProtectedOfObject().anothers(new Copy(await(leaf("copy", "n"))), new Counted()))
                + await(new Counted().ofTheSubclass()));
    }
}
