package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class LabelledJumps {
    @Async
    static Coroutine<Integer> search(List<List<Integer>> rows, Coroutine<Integer> wanted) {
        int number = await(wanted);
        int looked = 0;
        rows:
        for (List<Integer> row : rows) {
            for (int cell : row) {
                await(yieldNow());
                looked++;
                if (cell == number) break rows;
                if (cell < 0) continue rows;
            }
        }
        return done(looked);
    }
}
