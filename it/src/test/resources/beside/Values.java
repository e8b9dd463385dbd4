package beside;

import static dev.javait.Javait.*;

import com.google.auto.value.AutoValue;
import dev.javait.*;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** Types of AutoValue and MapStruct, which exist only when the annotation rounds are over. */
public class Values {
    @AutoValue
    abstract static class Pot {
        abstract String name();

        abstract int cups();

        static Pot of(String name, int cups) {
            return new AutoValue_Values_Pot(name, cups);
        }
    }

    @AutoValue
    abstract static class Jug {
        abstract String name();

        abstract int cups();

        @AutoValue.Builder
        abstract static class Builder {
            abstract Builder name(String name);

            abstract Builder cups(int cups);

            abstract Jug build();
        }
    }

    public record PotDto(String title, int cups) {}

    public static class Bean {
        private String name = "bean";
        private int cups = 5;

        public String getName() {
            return name;
        }

        public int getCups() {
            return cups;
        }
    }

    @Mapper
    public interface Pots {
        @Mapping(target = "title", source = "name")
        PotDto toDto(Bean bean);
    }

    @Async
    static Coroutine<Integer> later(int x) {
        await(yieldNow());
        return done(x);
    }

    @Async
    static Coroutine<String> values() {
        AutoValue_Values_Pot made = new AutoValue_Values_Pot("a", await(later(1)));
        await(yieldNow());
        AutoValue_Values_Jug.Builder builder = new AutoValue_Values_Jug.Builder();
        Jug built = builder.name(made.name()).cups(await(later(made.cups() + 1))).build();
        var both = List.of(made, built, Pot.of("b", await(later(3))));
        await(yieldNow());
        return done(both.toString());
    }

    @Async
    static Coroutine<String> mapped() {
        var pots = new ValuesPotsImpl(await(later(2)));
        PotDto dto = pots.toDto(new Bean());
        await(yieldNow());
        PotDto again = Mappers.getMapper(Pots.class).toDto(new Bean());
        return done(dto + " " + dto.equals(again) + pots.number());
    }

    /** Made of what MapStruct generates, so that a generated class is a supertype too. */
    static class ValuesPotsImpl extends Values$PotsImpl {
        private final int number;

        ValuesPotsImpl(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    public static void main(String[] args) {
        System.out.println(run(values()));
        System.out.println(run(mapped()));
    }
}
