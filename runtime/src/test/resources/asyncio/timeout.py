import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as t:
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.sleep(0)
                print("cleaned up", t.expired())
    except TimeoutError as e:
        print("timeout", t.expired(), type(e.__cause__).__name__, asyncio.current_task().cancelling())
    async with asyncio.timeout(10) as t:
        await asyncio.sleep(0)
    print("in time", t.expired())
    try:
        t.reschedule(None)
    except RuntimeError:
        print("over")
    async with asyncio.timeout(None) as t:
        print("when", t.when())
        t.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(0)
    # nested: only the one that expired converts
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("wrong")
            except asyncio.CancelledError:
                print("inner sees the cancellation", inner.expired(), outer.expired())
                raise
    except TimeoutError:
        print("outer converts")
    # the body's own failure wins
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("own")
    except ValueError as e:
        print("own failure", asyncio.current_task().cancelling())
    # swallowed: nothing is thrown
    async with asyncio.timeout(0.01) as t:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("swallowed")
    print(t.expired(), asyncio.current_task().cancelling())
    # cancelled from outside at the same time: stays a cancellation
    async def both():
        try:
            async with asyncio.timeout(0):
                asyncio.current_task().cancel()
                await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("cancelled, not timed out")
            raise
    task = asyncio.create_task(both())
    try:
        await task
    except asyncio.CancelledError:
        print("both", task.cancelling())
    # zero: the first await that really waits ends it
    try:
        async with asyncio.timeout(0):
            print("body runs")
            await asyncio.sleep(0)
            print("a yield may pass")
            await asyncio.sleep(0)
            print("not two")
    except TimeoutError:
        print("zero")

asyncio.run(main())
