package beside;

import static dev.javait.Javait.*;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.javait.*;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

/** Dagger's component and factories, which exist only when the annotation rounds are over. */
public class Injected {
    static class Leaves {
        private final String kind;

        @Inject
        Leaves(@Named("kind") String kind) {
            this.kind = kind;
        }

        @Async
        Coroutine<String> steep(int minutes) {
            for (int i = 0; i < minutes; i++) await(yieldNow());
            return done(kind + minutes);
        }
    }

    @Singleton
    static class Pot {
        private final Provider<Leaves> leaves;
        private int poured;

        @Inject
        Pot(Provider<Leaves> leaves) {
            this.leaves = leaves;
        }

        @Async
        Coroutine<String> pour() {
            String tea = await(leaves.get().steep(await(later(2))));
            return done(tea + " " + ++poured);
        }
    }

    @Module
    static class Kinds {
        @Provides
        @Named("kind")
        static String kind(int number) {
            return "tea" + number + " ";
        }
    }

    @Singleton
    @Component(modules = Kinds.class)
    interface Kitchen {
        Pot pot();

        @Component.Factory
        interface Factory {
            Kitchen of(@BindsInstance int number);
        }
    }

    @Async
    static Coroutine<Integer> later(int x) {
        await(yieldNow());
        return done(x);
    }

    @Async
    public static void main(String[] args) {
        Kitchen kitchen = DaggerInjected_Kitchen.factory().of(await(later(7)));
        var pot = kitchen.pot();
        await(yieldNow());
        System.out.println(await(pot.pour()) + ", " + await(kitchen.pot().pour()));
        Injected_Leaves_Factory factory = Injected_Leaves_Factory.create(() -> "new ");
        System.out.println(await(factory.get().steep(await(later(1)))));
    }
}
