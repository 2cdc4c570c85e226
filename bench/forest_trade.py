"""A forest-cover market of 2,800 synthetic counties, matched by distance and by cost. Prints the time.

Run with a Python that has NumPy and SciPy: ``python bench/forest_trade.py [counties]``.
"""

from __future__ import annotations

import sys
import time
from decimal import Decimal

import numpy as np
from money_splits import load_plugin

SEED = 20191231
TARGET, FLOOR = 55.0, 60.0
SIDE_KM = 3000


def market(count: int):
    """Return the market of random counties: land 0.3 to 6 million mu, coverage 20 to 85 %, prices 1000 to 1400."""
    from ecovoucher.ecovoucher_plugin.policy.forest_cover import BUYER, SELLER, District, assess
    from ecovoucher.ecovoucher_plugin.policy.trade import Market, Party

    source = np.random.default_rng(SEED)
    land, cover = source.uniform(3e5, 6e6, count).round(1), source.uniform(20, 85, count).round(2)
    price, place = source.integers(1000, 1400, count), source.uniform(0, SIDE_KM, (count, 2))
    standings = [
        assess(District(number, f"county {number:04}", land[number], None, cover[number], TARGET, 0.0), FLOOR)
        for number in range(count)
    ]
    sellers, buyers = (
        [number for number, standing in enumerate(standings) if standing.role == role] for role in (SELLER, BUYER)
    )
    offset = place[sellers][:, None, :] - place[buyers][None, :, :]
    return Market(
        tuple(Party(n, f"county {n:04}", standings[n].capacity, Decimal(int(price[n]))) for n in sellers),
        tuple(Party(n, f"county {n:04}", standings[n].shortage) for n in buyers),
        np.rint(1000 * np.hypot(offset[..., 0], offset[..., 1])),
    )


def main(count: int) -> None:
    load_plugin()
    from ecovoucher.ecovoucher_plugin.policy.forest_cover import in_mu
    from ecovoucher.ecovoucher_plugin.policy.trade import OBJECTIVES, match

    start = time.perf_counter()
    found = market(count)
    print(f"{count:,} counties: {len(found.sellers):,} sellers, {len(found.buyers):,} buyers "
          f"({time.perf_counter() - start:.1f} s to assess them)")
    for objective in OBJECTIVES:
        start = time.perf_counter()
        trades = match(found, objective)
        seconds = time.perf_counter() - start
        traded = in_mu(sum(trade.steps for trade in trades))
        print(f"{objective}: {seconds:.1f} s, {len(trades):,} trades, {traded:,.0f} of "
              f"{in_mu(found.shortage):,.0f} mu")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_800)
