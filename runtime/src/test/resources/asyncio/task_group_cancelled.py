# Needs Python 3.13.
# A group's parent was cancelled from outside, and a child failed: the failure wins, and the request is made again (TaskGroup.__aexit__:
# "if self._parent.cancelling(): self._parent.uncancel(); self._parent.cancel()").
import asyncio


async def main():
    async def child():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("bad")

    async def outer():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
        except ExceptionGroup as e:
            print("failed", e.exceptions[0], asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("delivered again")

    task = asyncio.create_task(outer())
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    await task
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
