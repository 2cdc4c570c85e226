"""Cheapest flows from sources to sinks as a linear programme (scipy, HiGHS), unique for several costs in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .errors import TradeError

# Arcs of the first programme, for each source and each sink; further ones join where they would lower the cost.
NEAREST = 12
LARGEST_SOLVED = 10_000


@dataclass
class _Face:
    """The solutions still allowed: arcs that may carry a flow, and rows that must be used up.

    arcs: bool (s, t). tight: bool (s + t,), sources first, then sinks. limits: amounts (s + t,).
    """

    arcs: np.ndarray
    tight: np.ndarray
    limits: np.ndarray


def cheapest_flows(costs: Sequence[np.ndarray], supply: np.ndarray, demand: np.ndarray) -> np.ndarray:
    """Return the flows (s, t) that move as much as supply and demand allow, at the least cost.

    costs: whole numbers (s, t), the first counts most, the next one decides between equals, and so on.
    supply, demand: whole numbers (s,), (t,) above 0; every source may serve every sink, so the smaller sum is
    moved in full. Flows are whole numbers too: a transport problem has whole corners.

    The programme starts with the cheapest arcs of each row and adds those whose reduced cost says that they would
    help, until none is left: the optimum over all arcs, without ever holding all of them.
    Raises TradeError where the solver fails.
    """
    limits = np.concatenate((supply, demand))
    tight = np.zeros(len(limits), dtype=bool)
    scarce_supply = supply.sum() <= demand.sum()
    tight[: len(supply)] = scarce_supply
    tight[len(supply):] = not scarce_supply
    face = _Face(np.ones((len(supply), len(demand)), dtype=bool), tight, limits)
    carried = _staircase(supply, demand)
    for cost in costs:
        carried, reduced, duals = _minimise(cost, face, carried)
        # Whole costs have whole duals, so half a unit tells zero from the rest.
        face.arcs &= np.abs(reduced) < 0.5
        face.tight |= np.abs(duals) > 0.5
    return carried


def _staircase(supply: np.ndarray, demand: np.ndarray) -> np.ndarray:
    """Return any flows that move the most, going through sources and sinks in order."""
    flows = np.zeros((len(supply), len(demand)), dtype=np.int64)
    left, wanted = supply.copy(), demand.copy()
    source = sink = 0
    while source < len(supply) and sink < len(demand):
        moved = min(left[source], wanted[sink])
        flows[source, sink] = moved
        left[source] -= moved
        wanted[sink] -= moved
        if left[source] == 0:
            source += 1
        else:
            sink += 1
    return flows


def _minimise(cost: np.ndarray, face: _Face, feasible: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the cheapest flows on a face, the reduced cost of every arc, and the duals of the rows."""
    chosen = (feasible > 0) | _cheapest_arcs(np.where(face.arcs, cost, np.inf))
    while True:
        rows, columns = np.nonzero(chosen & face.arcs)
        amounts, duals = _solve(cost[rows, columns], rows, columns, face)
        reduced = cost - duals[: len(cost), None] - duals[None, len(cost):]
        helpful = face.arcs & ~chosen & (reduced < -0.5)
        if not helpful.any():
            flows = np.zeros(cost.shape, dtype=np.int64)
            flows[rows, columns] = np.rint(amounts)
            return flows, reduced, duals
        chosen |= _cheapest_arcs(np.where(helpful, reduced, np.inf))


def _cheapest_arcs(cost: np.ndarray) -> np.ndarray:
    """Return a mask of the few cheapest finite arcs of every row and of every column."""
    mask = np.zeros(cost.shape, dtype=bool)
    for values, marks in ((cost, mask), (cost.T, mask.T)):
        count = min(NEAREST, values.shape[1])
        nearest = np.argsort(values, axis=1, kind="stable")[:, :count]
        np.put_along_axis(marks, nearest, True, axis=1)
    return mask & np.isfinite(cost)


def _solve(cost: np.ndarray, rows: np.ndarray, columns: np.ndarray, face: _Face) -> tuple[np.ndarray, np.ndarray]:
    """Solve the programme on some arcs; return their amounts and the duals of the rows."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix

    arcs = np.arange(len(cost))
    ends = np.concatenate((rows, columns + face.arcs.shape[0]))
    matrix = csr_matrix((np.ones(len(ends)), (ends, np.tile(arcs, 2))), shape=(len(face.limits), len(arcs)))
    free = ~face.tight
    amount_unit, cost_unit = _unit(face.limits), _unit(cost)
    limits = face.limits / amount_unit
    found = linprog(
        cost / cost_unit, A_ub=matrix[free], b_ub=limits[free], A_eq=matrix[face.tight], b_eq=limits[face.tight],
        method="highs-ds",
    )
    if found.status != 0:
        raise TradeError("The matching could not be solved: {reason}", reason=found.message)
    duals = np.empty(len(face.limits))
    duals[free], duals[face.tight] = found.ineqlin.marginals, found.eqlin.marginals
    return found.x * amount_unit, duals * cost_unit


def _unit(values: np.ndarray) -> float:
    """Return the power of 2 that brings the largest value below 10,000, where the solver's tolerances are at home."""
    largest = float(np.abs(values).max())
    return 2.0 ** max(np.ceil(np.log2(largest / LARGEST_SOLVED)), 0) if largest else 1.0
