package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;

/** Values of types that the class may not name. */
class HiddenTypes {
    static String both(Object a, Object b) {
        return a + "/" + b;
    }

    @Case("values of a class that is private in another one are kept and handed on")
    @Async
    static Coroutine<String> handedOn() {
        var key = Vault.key("a");
        String s = both(Vault.key("b"), await(leaf("one", 1))) + Vault.open(key, await(leaf("two", 2)));
        var chosen = await(leaf("yes", true)) ? Vault.key("c") : key;
        Object[] all = {Vault.key("d"), await(leaf("three", 3)), new Vault().lock()};
        return done(s + chosen + all[0] + all[1] + all[2]);
    }
}

class Vault {
    static Key key(String text) {
        return new Key(text);
    }

    static String open(Key key, int times) {
        return key.text.repeat(times);
    }

    Lock lock() {
        return new Lock();
    }

    private static class Key {
        private final String text;

        Key(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private class Lock {
        @Override
        public String toString() {
            return "lock";
        }
    }
}
