"""Cheapest flows: against the assignment problem, closed forms and the plain programme over all arcs."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import TradeError
from ecovoucher.ecovoucher_plugin.policy.transport import cheapest_flows
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment, linprog

seeds = st.integers(min_value=0, max_value=2**32 - 1)


def cost_of(flows, cost):
    """The cost as a whole number of any size."""
    return sum(int(amount) * int(each) for amount, each in zip(flows.ravel(), cost.ravel()))


def least_costs(costs, supply, demand):
    """The least first cost of flows that move the most, the least next cost among these, and so on, over all arcs."""
    sources, sinks = costs[0].shape
    rows = [np.kron(np.eye(sources), np.ones(sinks)), np.kron(np.ones(sources), np.eye(sinks))]
    limits = [supply, demand]
    full = int(supply.sum() > demand.sum())
    used_up, amounts, found = [rows[full]], [limits[full]], []
    for cost in costs:
        best = linprog(cost.ravel(), A_ub=rows[1 - full], b_ub=limits[1 - full],
                       A_eq=np.vstack(used_up), b_eq=np.concatenate(amounts))
        found.append(round(best.fun))
        used_up.append(cost.reshape(1, -1))
        amounts.append([found[-1]])
    return found


@settings(max_examples=40)
@given(
    seeds, st.sampled_from([(3, 4), (4, 3), (15, 20), (20, 15)]), st.sampled_from([1, 9, 1000]),
    st.sampled_from([1, 10**6]), st.sampled_from([1, 10**8]),
)
def test_costs_count_in_turn_as_programmes_over_all_arcs_say(seed, shape, largest, cost_unit, amount_unit):
    """Few distinct costs leave many equals to the next cost; more than twelve ends leave arcs for later. The unit in
    which costs and amounts are given does not matter."""
    random = np.random.default_rng(seed)
    costs = [random.integers(0, largest + 1, shape).astype(float) for _ in range(3)]
    supply, demand = (random.integers(1, 30, count) for count in shape)
    flows = cheapest_flows([cost * cost_unit for cost in costs], supply * amount_unit, demand * amount_unit)
    assert (flows >= 0).all() and flows.dtype == np.int64
    assert (flows.sum(axis=1) <= supply * amount_unit).all() and (flows.sum(axis=0) <= demand * amount_unit).all()
    assert flows.sum() == min(supply.sum(), demand.sum()) * amount_unit
    assert [cost_of(flows, cost) for cost in costs] == [
        least * amount_unit for least in least_costs(costs, supply, demand)
    ]


def test_equal_sums_are_moved_in_full():
    """Transport by hand: 2 + 3 to 4 + 1; the dear arc of 9 is left empty."""
    flows = cheapest_flows((np.array([[1.0, 9.0], [2.0, 3.0]]),), np.array([2, 3]), np.array([4, 1]))
    assert flows.tolist() == [[2, 0], [2, 1]]


@given(seeds)
@settings(max_examples=5)
def test_arcs_that_help_by_one_join_too(seed):
    """A hidden matching saves one unit a pair. Whom the nearest ends leave out differs by far more than that."""
    count = 40
    hidden = np.random.default_rng(seed).permutation(count)
    far = 1000.0 * np.arange(count)
    cost = far[:, None] + far[None, :] + 1
    cost[np.arange(count), hidden] -= 1
    ones = np.ones(count, dtype=np.int64)
    assert cost_of(cheapest_flows((cost,), ones, ones), cost) == 2 * far.sum()


def test_end_that_no_allowed_arc_reaches_is_left_out_of_the_next_programme():
    """The first cost leaves the last sink empty, and the last source where supply is ample."""
    costs = np.array([[1.0, 5.0]]), np.array([[9.0, 1.0]])
    assert cheapest_flows(costs, np.array([1]), np.array([1, 1])).tolist() == [[1, 0]]
    assert cheapest_flows([cost.T for cost in costs], np.array([1, 1]), np.array([1])).tolist() == [[1], [0]]


def test_what_no_flow_can_meet_is_said_with_the_reason_of_the_solver():
    with pytest.raises(TradeError, match="^The matching could not be solved: .*infeasible"):
        cheapest_flows((np.ones((1, 1)),), np.array([-1]), np.array([5]))


def test_free_flows_still_move_the_most():
    with np.errstate(divide="raise"):
        flows = cheapest_flows((np.zeros((2, 3)),), np.array([5, 7]), np.array([4, 4, 1]))
    assert flows.sum(axis=0).tolist() == [4, 4, 1]


@settings(max_examples=10)
@given(seeds)
def test_arcs_that_join_later_lead_to_the_optimum_over_all_arcs(seed):
    random = np.random.default_rng(seed)
    count = 60
    cost = random.integers(0, 10**6, (count, count)).astype(float)
    ones = np.ones(count, dtype=np.int64)
    rows, columns = linear_sum_assignment(cost)
    assert (cheapest_flows((cost,), ones, ones) * cost).sum() == cost[rows, columns].sum()


@pytest.mark.parametrize("far", [0, 1, 20, 40])
def test_seller_far_from_everyone_serves_what_the_near_ones_cannot(far):
    """With most sellers near, the needed arcs are not among the nearest of any buyer."""
    near, buyers = 40, 40
    cost = np.ones((near + 1, buyers))
    cost[far] = np.arange(buyers) + 1000.0
    supply = np.ones(near + 1, dtype=np.int64)
    supply[far] = 50
    demand = np.array([2] * buyers, dtype=np.int64)
    flows = cheapest_flows((cost,), supply, demand)
    assert (flows.sum(axis=0) == demand).all()
    assert (flows * cost).sum() == 40 + sum(2 * distance for distance in range(1000, 1020))
