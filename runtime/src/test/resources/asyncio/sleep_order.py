# A timer completes a future, which queues the task: a callback that was queued by an earlier timer of the same turn runs in between.
import asyncio

async def napper(name, delay):
    print(name, "begins")
    await asyncio.sleep(delay)
    print(name, "ends")

async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(napper(n, d)) for n, d in (("slow", 0.03), ("quick", 0.01), ("none", 0), ("negative", -1))]
    loop.call_later(0.02, lambda: print("timer"))
    handle = loop.call_later(0.015, lambda: print("never"))
    handle.cancel()
    for t in tasks:
        await t
    print("all")

asyncio.run(main())
