# What fails while it is cancelled at the end goes to the handler.
import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("cleanup")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", repr(context["exception"])))
    def bad():
        raise ValueError("callback")
    loop.call_soon(bad)
    asyncio.create_task(worker())
    await asyncio.sleep(0)
    print("main returns")

asyncio.run(main())
