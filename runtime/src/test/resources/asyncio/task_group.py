import asyncio

async def work(name, turns=0, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "ends")
    if error:
        raise error

def show(group):
    print("failed", [str(e) for e in group.exceptions], asyncio.current_task().cancelling())

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 2))
        group.create_task(work("b", 1))
        print("body ends")
    print("all ended")
    late = work("late")
    try:
        group.create_task(late)
    except RuntimeError:
        print("closed")
    late.close()
    # a task fails while the body waits
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("bad", 1, ValueError("bad")))
            group.create_task(work("other", 9))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body cancelled", asyncio.current_task().cancelling())
                raise
    except BaseExceptionGroup as e:
        show(e)
    # the body fails
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("one", 9))
            await asyncio.sleep(0)
            raise ValueError("body")
    except BaseExceptionGroup as e:
        show(e)
    # a cancelled task is no failure
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("cancelled one", 9))
        group.create_task(work("goes on", 2))
        await asyncio.sleep(0)
        task.cancel()
    print("no failure")
    # cancelled from outside while it waits for its tasks
    async def outside():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("in group", 9))
    task = asyncio.create_task(outside())
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("outside cancelled", task.cancelling())
    # spawning while the block waits
    async def spawner(group):
        await asyncio.sleep(0)
        group.create_task(work("spawned", 1))
        print("spawner ends")
    async with asyncio.TaskGroup() as group:
        group.create_task(spawner(group))
    print("end")

asyncio.run(main())
