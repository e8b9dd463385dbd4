package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class StraightLine {
    private final Map<String, Integer> prices = new HashMap<>();

    @Async
    Coroutine<Integer> price(String item, Coroutine<Integer> tax) {
        Integer known = prices.get(item);
        for (String name : prices.keySet()) {
            System.out.println(name); // a loop without an await stays as it is
        }
        int percent = await(tax);
        int price = known == null ? 10 : known;
        price += price * percent / 100;
        this.prices.put(item, price);
        return done(price);
    }
}
