"""Jobs in threads, batch by batch, in a fixed order and with a heartbeat."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

Job = Callable[[], Any]

_HEARTBEAT_SECONDS = 0.1


def run_batches(batches: Iterable[list[Job]], threads: int, heartbeat: Callable[[float], None]) -> Iterator[list[Any]]:
    """Yield the results of each batch of jobs, in order; at most two batches are under way at a time.

    heartbeat: called ten times a second while waiting, with the share of the oldest batch that is done. Where it
    raises, waiting jobs are dropped, running ones are finished, and the error goes to the caller.
    """
    under_way: deque[list[Future[Any]]] = deque()
    pool = ThreadPoolExecutor(threads)
    try:
        for batch in batches:
            under_way.append([pool.submit(job) for job in batch])
            if len(under_way) == 2:
                yield _results(under_way[0], heartbeat)
                under_way.popleft()
        while under_way:
            yield _results(under_way[0], heartbeat)
            under_way.popleft()
    finally:
        for futures in under_way:
            for future in futures:
                future.cancel()
        pool.shutdown()


def _results(futures: list[Future[Any]], heartbeat: Callable[[float], None]) -> list[Any]:
    waiting = set(futures)
    while waiting:
        waiting = wait(waiting, timeout=_HEARTBEAT_SECONDS).not_done
        heartbeat(1.0 - len(waiting) / len(futures))
    return [future.result() for future in futures]
