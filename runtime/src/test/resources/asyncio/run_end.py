# When the main coroutine returns, the iteration in which its callbacks run is the last one; then the rest is cancelled and awaited.
import asyncio

async def worker(name):
    try:
        for i in range(10):
            print(name, i)
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0)
        print(name, "cleaned up")
        raise

async def main():
    asyncio.create_task(worker("A"))
    await asyncio.sleep(0)
    asyncio.create_task(worker("B"))
    print("main returns")
    return 5

print(asyncio.run(main()))
