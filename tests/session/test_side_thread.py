"""Threads beside the keys: their answers, their exceptions, and the end of the program."""

import asyncio
import gc
import subprocess
import sys
from collections.abc import Awaitable, Callable
from threading import Event

import pytest

from itatui.tui.side_thread import read_aside, work_beside
from tests.support.sources import ROOT

Aside = Callable[..., Awaitable[object]]
ASIDE = pytest.mark.parametrize("aside", [read_aside, work_beside])
HANGING_READ = """
import asyncio, threading
from itatui.tui.side_thread import read_aside

async def main():
    asyncio.create_task(read_aside(threading.Event().wait))
    await asyncio.sleep(0)

asyncio.run(main())
"""


def fail(error: BaseException) -> None:
    raise error


@pytest.fixture(autouse=True)
def collecting() -> None:
    gc.enable()


@ASIDE
async def test_the_answer_comes_back(aside: Aside) -> None:
    assert await aside(divmod, 7, 2) == (3, 1)


@ASIDE
@pytest.mark.parametrize("error", [OSError("gone"), ValueError("odd"), KeyboardInterrupt()])
async def test_an_exception_of_any_kind_comes_back(aside: Aside, error: BaseException) -> None:
    with pytest.raises(type(error)) as caught:
        await aside(fail, error)
    assert caught.value is error


async def test_the_collector_rests_until_the_last_work_is_done() -> None:
    released = Event(), Event()
    works = [asyncio.create_task(work_beside(each.wait)) for each in released]
    await asyncio.sleep(0)
    assert not gc.isenabled()
    released[0].set()
    await works[0]
    assert not gc.isenabled()
    released[1].set()
    await works[1]
    assert gc.isenabled()


async def test_the_collector_works_again_after_work_that_is_given_up_or_fails() -> None:
    released = Event()
    work = asyncio.create_task(work_beside(released.wait))
    await asyncio.sleep(0)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert gc.isenabled()
    released.set()
    with pytest.raises(ValueError):
        await work_beside(fail, ValueError())
    assert gc.isenabled()


def test_a_read_that_hangs_does_not_keep_the_program_from_ending() -> None:
    done = subprocess.run([sys.executable, "-c", HANGING_READ], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
