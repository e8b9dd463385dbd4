# Several runs on one loop: one context, tasks go on in the next one, and closing ends what is left.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def background():
    try:
        for i in range(10):
            print("background", i)
            await asyncio.sleep(0)
    finally:
        print("background ends")


async def first():
    print("var", var.get())
    var.set("first")
    asyncio.create_task(background())
    await asyncio.sleep(0)
    return "first returns"


async def second():
    print("var", var.get())
    await asyncio.sleep(0)
    return "second returns"


async def fails():
    raise ValueError("x")


async def nested(runner):
    inner = second()
    try:
        runner.run(inner)
    except RuntimeError:
        print("refused within a run")
    inner.close()


runner = asyncio.Runner()
print(runner.run(first()))
print(runner.run(second()))
try:
    runner.run(fails())
except ValueError as e:
    print("failed", e)
runner.run(nested(runner))
print("var outside", var.get())
runner.close()
runner.close()
late = second()
try:
    runner.run(late)
except RuntimeError:
    print("refused when closed")
late.close()
