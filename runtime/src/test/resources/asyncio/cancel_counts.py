# Requests are counted, and taken back by who made them.
import asyncio


async def main():
    async def stubborn(name):
        for i in range(3):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print(name, "request", asyncio.current_task().cancelling())
        return name

    task = asyncio.create_task(stubborn("counted"))
    print("fresh", task.cancelling(), task.uncancel())
    await asyncio.sleep(0)
    for _ in range(3):
        print("cancel", task.cancel(), task.cancelling())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await task, task.cancelled(), task.cancelling())
    print("when done", task.cancel(), task.cancelling())

    # Two requests before it runs again are one error.
    task = asyncio.create_task(stubborn("twice"))
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still waits", task.done(), task.cancelling())
    print("taken back", task.uncancel(), task.uncancel(), task.uncancel())
    task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    # A request that comes while it runs is delivered at its next await, whatever that is.
    async def busy():
        asyncio.current_task().cancel("one")
        asyncio.current_task().cancel("two")
        try:
            await stubborn_sleep()
        except asyncio.CancelledError as e:
            print("busy", e.args)
        await asyncio.sleep(0)
        print("goes on")

    async def stubborn_sleep():
        await asyncio.sleep(10)

    task = asyncio.create_task(busy())
    await task
    print(task.cancelling())


asyncio.run(main())
