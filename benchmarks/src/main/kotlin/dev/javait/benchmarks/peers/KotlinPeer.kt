package dev.javait.benchmarks.peers

import dev.javait.benchmarks.Peer
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** The workloads with Kotlin's coroutines: one thread, the event loop of runBlocking. */
class KotlinPeer : Peer {
    override fun ready(n: Int): Long = runBlocking {
        var x = 0L
        for (i in 0 until n) x = increment(x)
        x
    }

    override fun readyCall(n: Int): Long = runBlocking {
        var x = 0L
        for (i in 0 until n) x = callee(x)
        x
    }

    override fun mostlyReady(n: Int): Long = runBlocking {
        var x = 0L
        for (i in 0 until n) x = calleeSeldom(x)
        x
    }

    override fun yields(n: Int): Long = runBlocking {
        var x = 0L
        for (i in 0 until n) {
            yield()
            x++
        }
        x
    }

    override fun deep(depth: Int, times: Int): Long = runBlocking {
        var x = 0L
        for (i in 0 until times) x += down(depth)
        x
    }

    override fun fib(n: Int): Long = runBlocking { fibonacci(n) }

    override fun spawn(n: Int): Long = runBlocking {
        val tasks = ArrayList<Deferred<Unit>>(n)
        for (i in 0 until n) tasks.add(async { yield() })
        tasks.awaitAll().size.toLong()
    }

    override fun queue(items: Int, capacity: Int): Long = runBlocking {
        val queue = Channel<Int>(capacity)
        launch { for (i in 0 until items) queue.send(i) }
        var sum = 0L
        for (i in 0 until items) sum += queue.receive()
        sum
    }

    override fun sleepers(millis: IntArray): Long = runBlocking {
        val tasks = ArrayList<Deferred<Unit>>(millis.size)
        for (each in millis) tasks.add(async { delay(each.toLong()) })
        tasks.awaitAll().size.toLong()
    }

    override fun suspended(n: Int, depth: Int, measure: Runnable): Long = runBlocking {
        val event = CompletableDeferred<Unit>()
        val tasks = ArrayList<Deferred<Int>>(n)
        for (i in 0 until n) tasks.add(async { waitBelow(event, depth) })
        yield()
        measure.run()
        event.complete(Unit)
        var sum = 0L
        for (task in tasks) sum += task.await()
        sum
    }

    override fun compute(elements: Int): Long = runBlocking {
        var hash = 1L
        for (i in 0 until elements) {
            hash = hash * 31 + i
            if (i % Peer.BLOCK == 0) yield()
        }
        hash
    }

    override fun innerLoop(blocks: Int, from: IntArray, into: IntArray): Long = runBlocking {
        for (block in 0 until blocks) {
            for (i in into.indices) into[i] += from[i] * 3
            yield()
        }
        into[into.size - 1].toLong()
    }

    private companion object {
        suspend fun increment(x: Long): Long = x + 1

        suspend fun callee(x: Long): Long {
            if (x < 0) yield()
            return x + 1
        }

        suspend fun calleeSeldom(x: Long): Long {
            if (x % Peer.SELDOM == 0L) yield()
            return x + 1
        }

        suspend fun down(n: Int): Long {
            if (n == 0) {
                yield()
                return 0
            }
            return down(n - 1) + 1
        }

        suspend fun fibonacci(n: Int): Long = if (n < 2) n.toLong() else fibonacci(n - 1) + fibonacci(n - 2)

        suspend fun waitBelow(event: CompletableDeferred<Unit>, depth: Int): Int {
            if (depth > 1) return waitBelow(event, depth - 1) + 1
            event.await()
            return 1
        }
    }
}
