package dev.javait.benchmarks.load

import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executors
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.delay
import kotlinx.coroutines.future.await
import kotlinx.coroutines.future.future

/** A coroutine for each request, on one thread. */
class KotlinHandler : Handler {
    private val scope = CoroutineScope(
        Executors.newSingleThreadExecutor { Thread(it, "kotlin").apply { isDaemon = true } }.asCoroutineDispatcher()
    )

    override fun page(upstream: Upstream): CompletableFuture<String> = scope.future {
        val user = upstream.get("/user").await()
        val items = upstream.get("/items").await()
        delay(Handler.MILLIS.toLong())
        user + items
    }
}
