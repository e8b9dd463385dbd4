package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.util.List;

/** Members of the local and anonymous classes of a generic class: their names say nothing of its type arguments. */
class LocalsOfGenerics<T> {
    T held;

    interface Texts {
        Coroutine<String> text();
    }

    Texts make(T given) {
        class Local<V> {
            final V value;

            Local(V value) {
                this.value = value;
            }

            class Member {
                @Async
                Coroutine<String> text(List<Member> others) {
                    Member other = others.isEmpty() ? this : others.get(0);
                    await(leaf("other", 1));
                    return done("member " + value + held + other.of(given));
                }

                String of(T one) {
                    return "" + one + held + value;
                }

                class Deep {
                    @Async
                    Coroutine<Deep> self() {
                        await(leaf("self", 1));
                        return done(this);
                    }
                }
            }
        }
        class Plain {
            class Member {
                @Async
                Coroutine<T> held(List<Member> others) {
                    Member other = others.isEmpty() ? this : others.get(0);
                    T found = await(leaf("held", held));
                    return done(other == this ? found : given);
                }
            }
        }
        return new Texts() {
            class Inner {
                @Async
                Coroutine<String> text() {
                    return done("inner " + await(leaf("held", held)) + given);
                }
            }

            class Generic<U> {
                @Async
                Coroutine<U> same(U one) {
                    await(leaf("same", 1));
                    return done(one);
                }
            }

            final Inner inner = new Inner();

            @Async
            public Coroutine<String> text() {
                String text = await(inner.text()) + await(new Generic<String>().same("u"));
                var local = new Local<>(given).new Member();
                text += await(local.text(List.of())) + await(local.text(List.of(new Local<>(held).new Member())));
                var deep = local.new Deep();
                return done(text + (await(deep.self()) == deep) + await(new Plain().new Member().held(List.of())));
            }
        };
    }

    @Case("members")
    @Async
    static Coroutine<String> members() {
        var one = new LocalsOfGenerics<String>();
        one.held = "held";
        return done(await(one.make(await(leaf("given", "given"))).text()));
    }
}
