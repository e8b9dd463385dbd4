# One request is one error; a coroutine that catches it goes on, and its task ends as if nothing had been.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("caught")
    await asyncio.sleep(0)
    print("goes on")
    return 42

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

asyncio.run(main())
