# A request goes to the innermost thing that is waited for, through tasks, and comes back as an ordinary failure.
import asyncio

async def child():
    try:
        print("child waits")
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as e:
        print("child cancelled", e.args)
        raise
    finally:
        print("child cleans up")
        await asyncio.sleep(0)
        print("child cleaned up")

async def parent(task):
    try:
        await task
    except asyncio.CancelledError as e:
        print("parent cancelled", e.args)
        raise

async def main():
    inner = asyncio.create_task(child())
    outer = asyncio.create_task(parent(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(outer.cancel("why"))
    print("requests", outer.cancelling(), inner.cancelling())
    try:
        await outer
    except asyncio.CancelledError as e:
        print("main sees", e.args)
    print(inner.cancelled(), outer.cancelled(), outer.cancel())
    try:
        outer.exception()
    except asyncio.CancelledError:
        print("exception() raises")

asyncio.run(main())
