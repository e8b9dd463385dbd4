package dev.javait.samples.chat;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.net.SocketAddress;

/** Somebody in a room, who prints what it hears. */
record Client(String name, Connection connection, AsyncIterator<String> lines) implements AsyncCloseable {
    @Async
    static Coroutine<Client> join(SocketAddress server, String room, String name) throws IOException {
        Connection connection = await(Connection.to(server));
        await(connection.send(room));
        await(connection.send(name));
        return done(new Client(name, connection, connection.lines().iterator()));
    }

    Coroutine<Void> say(String line) throws IOException {
        return connection.send(line);
    }

    @Async
    Coroutine<Void> hear() {
        System.out.println(name + (await(lines.moveNext()) ? " hears: " + lines.current() : " is alone"));
        return done();
    }

    @Override
    @Async
    public Coroutine<Void> closeAsync() {
        await(lines.close());
        await(connection.closeAsync());
        return done();
    }
}
