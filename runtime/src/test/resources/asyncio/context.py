import asyncio
from contextvars import ContextVar

var = ContextVar("var", default="none")

async def direct():
    var.set("by direct")

async def task(name):
    print(name, "begins with", var.get())
    var.set(name)
    await asyncio.sleep(0)
    print(name, "has", var.get())

async def main():
    loop = asyncio.get_running_loop()
    print(var.get())
    token = var.set("main")
    a = asyncio.create_task(task("A"))
    loop.call_soon(lambda: print("callback has", var.get()))
    var.set("later")
    b = asyncio.create_task(task("B"))
    await a
    await b
    print("main has", var.get())
    await direct()
    print("main has", var.get())
    var.reset(token)
    print("main has", var.get())
    try:
        var.reset(token)
    except RuntimeError:
        print("used already")
    var.set("for the thread")
    print("thread has", await asyncio.to_thread(var.get))

asyncio.run(main())
