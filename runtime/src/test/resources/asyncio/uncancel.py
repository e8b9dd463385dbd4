# Needs Python 3.13.
# The last request is taken back before it was delivered: it never is (Task.uncancel: "if self._num_cancels_requested == 0: self._must_cancel = False").
import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    task.cancel()
    print(task.uncancel(), task.uncancel())
    await asyncio.sleep(0)
    print("not delivered")
    task.cancel()
    task.cancel()
    print(task.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("delivered", task.uncancel())


asyncio.run(main())
