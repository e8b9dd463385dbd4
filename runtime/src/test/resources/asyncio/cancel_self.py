# A request that was not delivered when the coroutine returns: the task ends as cancelled. One that meets an await is delivered there.
import asyncio

async def returns():
    asyncio.current_task().cancel()
    return 1

async def awaits():
    asyncio.current_task().cancel()
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        print("delivered at the await")
    return 2

async def yields():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("delivered at the yield")
    return 3

async def main():
    for body in (returns, awaits, yields):
        task = asyncio.create_task(body())
        try:
            print(await task)
        except asyncio.CancelledError:
            print("cancelled")

asyncio.run(main())
