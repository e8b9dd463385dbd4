# Needs Python 3.13.
# A cancellation hidden in what another exception was raised from: the timeout says so there (Timeout._insert_timeout_error).
import asyncio


def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return " from ".join(names)


async def translated(depth):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as cancelled:
        if depth == 0:
            raise ValueError() from cancelled
        try:
            raise ValueError() from cancelled
        except ValueError as e:
            raise KeyError() from e


async def main():
    for depth in (0, 1):
        try:
            async with asyncio.timeout(0.01):
                await translated(depth)
        except Exception as e:
            print(chain(e), asyncio.current_task().cancelling())

    # In a group, one level deep.
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(translated(0))
                await asyncio.sleep(10)
    except ExceptionGroup as group:
        print(*[chain(e) for e in group.exceptions])

    # Nothing to do with the limit.
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                pass
            raise ValueError()
    except ValueError as e:
        print(chain(e))

    # Somebody else cancelled too: it stays a cancellation.
    async def cancelled_twice():
        try:
            async with asyncio.timeout(0.01):
                try:
                    await asyncio.sleep(10)
                except asyncio.CancelledError as cancelled:
                    asyncio.current_task().cancel()
                    raise ValueError() from cancelled
        except ValueError as e:
            print(chain(e))

    task = asyncio.create_task(cancelled_twice())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
