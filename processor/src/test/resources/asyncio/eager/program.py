# Needs Python 3.12: eager tasks are new there.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


def eager(coro):
    return asyncio.Task(coro, loop=asyncio.get_running_loop(), eager_start=True)


def current():
    task = asyncio.current_task()
    return "none" if task is None else "main" if task is main_task else "another"


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return "failed " + str(task.exception()) if task.exception() else str(task.result())


async def three_steps(name):
    print(name, 1, current())
    await asyncio.sleep(0)
    print(name, 2, current())
    await asyncio.sleep(0)
    print(name, 3, current())
    return name


async def first_step():
    print("# the first step is made during the call")
    task = eager(three_steps("a"))
    print("called", current(), outcome(task), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("turned", outcome(task))
    print(await task)
    print(len(asyncio.all_tasks()))


async def at_once(error):
    print("at once", len(asyncio.all_tasks()))
    if error:
        raise ValueError(error)
    return "value"


async def without_waiting():
    print("# what does not wait is done when the call returns")
    asyncio.get_running_loop().call_soon(print, "a turn")
    print(outcome(eager(at_once(None))))
    print(outcome(eager(at_once("broken"))))
    print(await eager(at_once(None)))
    try:
        await eager(at_once("again"))
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0)


async def nested(depth):
    print("down", depth)
    inner = eager(nested(depth - 1)) if depth else None
    print("up", depth, current(), inner and outcome(inner))
    await asyncio.sleep(0)
    print("turn", depth)
    return depth


async def eager_in_eager():
    print("# an eager call in an eager call")
    task = eager(nested(2))
    print("called", current())
    print(await task)
    await asyncio.sleep(0)


async def sets():
    print("sees", var.get())
    var.set("inner")
    await asyncio.sleep(0)
    print("keeps", var.get())
    var.set("later")


async def context():
    print("# the context is a copy")
    var.set("outer")
    task = eager(sets())
    print("here", var.get())
    var.set("changed")
    await task
    print("here", var.get())


async def cancels_itself():
    asyncio.current_task().cancel()
    print("goes on")
    try:
        await asyncio.sleep(1000)
        print("never")
    finally:
        print("finally")


async def ends_cancelled():
    asyncio.current_task().cancel()
    return "value"


async def cancels(task):
    task.cancel()
    print("goes on")
    await asyncio.sleep(0)
    print("and on")


async def cancelling():
    print("# cancelling during the first step")
    one = eager(cancels_itself())
    print("called", outcome(one))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("turned", outcome(one))
    print(outcome(eager(ends_cancelled())))
    two = eager(cancels(asyncio.current_task()))
    print("called")
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().uncancel())
    await two


async def waits():
    print("waits")
    try:
        await asyncio.sleep(1000)
    except asyncio.CancelledError:
        print("cleans up")
        await asyncio.sleep(0)
        raise


async def cancelled_later():
    print("# cancelled where it waits")
    task = eager(waits())
    asyncio.get_running_loop().call_soon(print, "a turn")
    task.cancel()
    await asyncio.sleep(0)
    print("turned")
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


async def from_callback():
    print("# an eager call in a callback")
    tasks = []

    def callback():
        print("callback", current())
        tasks.append(eager(three_steps("cb")))
        print("callback", current())

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    print(await tasks[0])


async def main():
    global main_task
    main_task = asyncio.current_task()
    await first_step()
    await without_waiting()
    await eager_in_eager()
    await context()
    await cancelling()
    await cancelled_later()
    await from_callback()


asyncio.run(main())
