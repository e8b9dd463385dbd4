# Needs Python 3.13.
import asyncio


async def main():
    condition = asyncio.Condition()

    async def waiter(name):
        async with condition:
            try:
                await condition.wait()
                print(name, "signalled")
            except asyncio.CancelledError as e:
                print(name, "cancelled", e.args, condition.locked())
                raise

    a, b = [asyncio.create_task(waiter(name)) for name in "ab"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(1)
        a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled())

    # Cancelled: waits for the lock all the same; the last message is the one it gets.
    d = asyncio.create_task(waiter("d"))
    await asyncio.sleep(0)
    await condition.acquire()
    d.cancel("first")
    await asyncio.sleep(0)
    print("d waits for the lock", d.done())
    d.cancel("second")
    await asyncio.sleep(0)
    print("and still", d.done())
    condition.release()
    try:
        await d
    except asyncio.CancelledError:
        print("d ended")


asyncio.run(main())
