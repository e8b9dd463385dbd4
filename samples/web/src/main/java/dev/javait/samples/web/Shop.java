package dev.javait.samples.web;

import dev.javait.AsyncTimeoutException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** A web server, of Jersey and Grizzly. */
public final class Shop {
    private Shop() {}

    static HttpServer open(URI address, Suppliers suppliers, Duration patience) {
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(new Offers(suppliers, patience))
                .register(new Broken())
                .register(new Late());
        return GrizzlyHttpServerFactory.createHttpServer(address, config);
    }

    public static void main(String[] args) {
        Suppliers suppliers = new Suppliers(URI.create(args[0]), Duration.ofMillis(100));
        open(URI.create("http://localhost:8080/"), suppliers, Duration.ofSeconds(5));
    }

    /** The exceptions of an asynchronous method arrive as those of any other. */
    static final class Broken implements ExceptionMapper<SupplierException> {
        @Override
        public Response toResponse(SupplierException e) {
            return Response.status(Status.BAD_GATEWAY).entity(e.getMessage()).build();
        }
    }

    static final class Late implements ExceptionMapper<AsyncTimeoutException> {
        @Override
        public Response toResponse(AsyncTimeoutException e) {
            return Response.status(Status.GATEWAY_TIMEOUT).build();
        }
    }
}
