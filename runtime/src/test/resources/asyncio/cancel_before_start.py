# The body never runs.
import asyncio

async def body():
    print("never")

async def main():
    task = asyncio.create_task(body())
    task.cancel("early")
    print("requested", task.cancelled())
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(task.cancelled())

asyncio.run(main())
