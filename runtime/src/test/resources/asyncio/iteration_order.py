# An iteration runs exactly what was ready when it began; due timers come after what was ready.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def one():
        print("soon 1")
        loop.call_soon(lambda: print("nested 5"))
    loop.call_soon(one)
    loop.call_later(0, lambda: print("timer 2"))
    loop.call_soon(lambda: print("soon 3"))
    loop.call_soon(lambda: print("soon 4"))
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0)
    print("main again")
    await asyncio.sleep(0)
    print("main last")

asyncio.run(main())
