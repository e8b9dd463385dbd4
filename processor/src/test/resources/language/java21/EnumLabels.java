package language.java21;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static java.time.DayOfWeek.MONDAY;
import static java.time.Month.MAY;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Objects;

/** Constants of enums as labels, by their simple names and by longer ones, in switches over enums and over what else enums may be. */
class EnumLabels {
    sealed interface Card {}

    enum Suit implements Card {
        CLUBS,
        HEARTS;

        @Async
        static Coroutine<String> ofOwn(Card card) {
            return done(
                    switch (card) {
                        case CLUBS -> "own " + await(leaf("clubs", 1));
                        case Joker joker -> joker.name();
                        case HEARTS -> "own hearts";
                    });
        }

        @Async
        static Coroutine<String> ofOwnReady(Card card) {
            String name =
                    switch (card) {
                        case CLUBS -> "clubs";
                        case HEARTS -> "hearts";
                        case Joker joker -> joker.name();
                    };
            return done(name + await(leaf("name", name.length())));
        }
    }

    record Joker(String name) implements Card {}

    static class Base {
        enum Inner {
            ONE,
            TWO
        }
    }

    static class Derived extends Base {
        @Async
        static Coroutine<String> inherited(Object value) {
            switch (value) {
                case null -> {
                    return done("null" + await(leaf("null", 0)));
                }
                case Inner.ONE -> {
                    return done("one" + await(leaf("one", 1)));
                }
                case Derived.Inner.TWO, Suit.CLUBS -> {
                    return done("two or clubs");
                }
                case Inner inner -> {
                    return done("none");
                }
                default -> {
                    return done(value + "" + await(leaf("other", 3)));
                }
            }
        }
    }

    @Async
    static Coroutine<String> selectors(Suit suit, Card card) {
        String s =
                switch (suit) {
                    case Suit.CLUBS -> "c" + await(leaf("c", 1));
                    case HEARTS -> "h";
                };
        switch (await(leaf("suit", suit))) {
            case EnumLabels.Suit.CLUBS:
                s += "C";
            case HEARTS:
                s += "H" + await(leaf("H", 2));
        }
        s += switch (card) {
            case Suit.HEARTS -> "hearts";
            case Suit.CLUBS -> "clubs";
            case Joker(String name) when name.isEmpty() ? false : name.length() > 1 -> name;
            case Joker joker -> "joker";
        };
        return done(s + await(leaf("s", s.length())));
    }

    @Async
    static Coroutine<String> times(TemporalAccessor time, TemporalAccessor other) {
        String s =
                switch (time) {
                    case MONDAY -> "monday " + await(leaf("monday", 1));
                    case DayOfWeek.SUNDAY -> "sunday";
                    case MAY, Month.JUNE -> "spring " + await(leaf("spring", 2));
                    case DayOfWeek day when day == DayOfWeek.FRIDAY ? true : false -> "friday";
                    default -> "another " + time;
                };
        s += switch (other) {
            case MONDAY -> " monday";
            case java.time.Month.MAY -> " may";
            case null, default /* -> */ -> " neither";
        };
        return done(s + await(leaf("end", 3)));
    }

    @Case("B6: constants of enums are labels of switches over interfaces and enums, by names short and long")
    @Async
    static Coroutine<String> labels() {
        String s = "";
        for (Suit suit : Suit.values()) {
            s += await(selectors(suit, suit));
            s += await(Suit.ofOwn(suit)) + await(Suit.ofOwnReady(suit));
        }
        s += await(selectors(Suit.CLUBS, new Joker("long"))) + await(selectors(Suit.CLUBS, new Joker("")));
        s += await(Suit.ofOwn(new Joker("j")));
        for (TemporalAccessor time : List.of(MONDAY, DayOfWeek.SUNDAY, DayOfWeek.FRIDAY, MAY, Month.JUNE, Month.JULY)) {
            s += await(times(time, time));
        }
        for (Object value : new Object[] {null, Base.Inner.ONE, Base.Inner.TWO, Suit.CLUBS, Suit.HEARTS, 5}) {
            s += await(Derived.inherited(value)) + Objects.toString(value);
        }
        return done(s);
    }
}
