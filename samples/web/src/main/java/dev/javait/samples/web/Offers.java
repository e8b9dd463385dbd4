package dev.javait.samples.web;

import static dev.javait.Javait.*;

import dev.javait.*;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What the shop offers: a resource of JAX-RS, whose method waits without a thread. */
@Path("offers")
public final class Offers {
    private final Suppliers suppliers;
    private final Duration patience;

    Offers(Suppliers suppliers, Duration patience) {
        this.suppliers = suppliers;
        this.patience = patience;
    }

    /** Asks for the price and the stock at the same time. If one cannot be had, or not in time, neither is waited for any longer. */
    @GET
    @Path("{article}")
    @Async
    @SuppressWarnings("try") // `limit` is not used
    public CompletionStage<String> offer(@PathParam("article") String article) {
        try (var limit = timeout(patience);
                var group = TaskGroup.open()) {
            Task<Integer> price = group.spawn(suppliers.ask("price", article));
            Task<Integer> stock = group.spawn(suppliers.ask("stock", article));
            return done(await(stock) == 0 ? article + " is sold out" : article + " costs " + await(price));
        }
    }
}
