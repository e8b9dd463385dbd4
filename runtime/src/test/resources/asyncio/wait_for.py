# 3.11 runs a coroutine as a task of its own, newer versions in the task that waits; nothing here depends on that.
import asyncio

async def slow(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0.01)
        print(name, "cleaned up")
        raise

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "all the same"

async def main():
    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), 10))
    try:
        await asyncio.wait_for(slow("late"), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", type(e.__cause__).__name__)
    print(await asyncio.wait_for(stubborn(), 0.01))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "no limit"), None))
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    print(await asyncio.wait_for(done, 0))
    task = asyncio.create_task(slow("zero"))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, -1)
    except asyncio.TimeoutError:
        print("zero", task.cancelled())
    task = asyncio.create_task(asyncio.wait_for(slow("outside"), 10))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled from outside")

asyncio.run(main())
