package dev.javait.benchmarks;

import dev.javait.benchmarks.floor.FloorPeer;
import dev.javait.benchmarks.peers.FuturesPeer;
import dev.javait.benchmarks.peers.JavaitPeer;
import dev.javait.benchmarks.peers.KotlinPeer;
import dev.javait.benchmarks.peers.ThreadsPeer;

/** The peers by name. */
final class Peers {
    private Peers() {}

    static Peer named(String name) {
        return switch (name) {
            case "javait" -> new JavaitPeer();
            case "floor" -> new FloorPeer();
            case "kotlin" -> new KotlinPeer();
            case "futures" -> new FuturesPeer();
            case "threads", "threads1" -> new ThreadsPeer();
            default -> throw new IllegalArgumentException("no peer " + name);
        };
    }
}
