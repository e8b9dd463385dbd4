import asyncio

async def inner():
    await asyncio.sleep(0.01)
    print("inner ends")
    return 1

async def outer(task):
    try:
        print(await asyncio.shield(task))
    except asyncio.CancelledError:
        print("outer cancelled")
        raise

async def main():
    task = asyncio.create_task(inner())
    waiter = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("main sees it", task.done())
    print(await task)
    print(await asyncio.shield(task))
    task = asyncio.create_task(inner())
    waiter = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("inner cancelled", task.cancelled())

asyncio.run(main())
