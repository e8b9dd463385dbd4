import asyncio


async def main():
    condition = asyncio.Condition()

    async def waiter(name):
        async with condition:
            try:
                await condition.wait()
                print(name, "signalled", condition.locked())
            except asyncio.CancelledError as e:
                print(name, "cancelled", e.args, condition.locked())
                raise

    async def start(names):
        tasks = [asyncio.create_task(waiter(name)) for name in names]
        await asyncio.sleep(0)
        return tasks

    a, b, c = await start("abc")
    async with condition:
        condition.notify(2)
        print("notified two")
        await asyncio.sleep(0)
        print("still holds it")
    await asyncio.wait([a, b])
    print(c.done())
    async with condition:
        condition.notify_all()
    await c

    # A predicate.
    value = 0

    async def until():
        async with condition:
            print("reached", await condition.wait_for(lambda: value > 1), value)

    task = asyncio.create_task(until())
    await asyncio.sleep(0)
    for value in (1, 2):
        async with condition:
            condition.notify()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("after", value, task.done())
    await task
    print("at once", await condition.wait_for(lambda: True))

    for misuse in (lambda: condition.wait(), lambda: condition.notify()):
        try:
            coroutine = misuse()
            await coroutine
        except RuntimeError:
            print("not held")

    # Somebody else's lock.
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print("shared", shared.locked())


asyncio.run(main())
