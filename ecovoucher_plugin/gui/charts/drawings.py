"""All charts: functions that draw figures on a matplotlib figure and return the lines of text they need in height."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ...i18n import tr
from .. import formats
from .theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The first that is installed writes both Chinese and Latin.
CHINESE_FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC", "Microsoft YaHei", "PingFang SC",
    "Hiragino Sans GB", "SimHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "Noto Sans CJK JP", "Noto Serif CJK SC", "Noto Serif CJK JP", "Arial Unicode MS", "Heiti SC", "SimSun",
)
LABEL_WIDTH = 14  # a Chinese character counts 2
TEN_THOUSAND = 10_000
MOST_TICKS = 4
BAR = 0.62


def paint(figure: Figure, theme: Theme, points: float, draw: Callable[..., int], *data: object) -> int:
    """Draw anew in the theme's colours, the text in points; return the lines of text that the height should hold."""
    import matplotlib

    settings = {
        "font.family": [*_chinese_font(), "sans-serif"], "font.size": points, "axes.unicode_minus": True,
        "text.color": theme.text, "axes.labelcolor": theme.text, "axes.edgecolor": theme.grid,
        "xtick.color": theme.muted, "ytick.color": theme.text, "hatch.linewidth": 0.6, "axes.titlesize": points,
        "axes.titlelocation": "left", "axes.facecolor": theme.background, "legend.fontsize": points,
    }
    with matplotlib.rc_context(settings):
        figure.clear()
        figure.set_facecolor(theme.background)
        return draw(figure, theme, *data)


def balance_bars(
    figure: Figure, theme: Theme, labels: Sequence[str], supply: Sequence[float], demand: Sequence[float],
    net: Sequence[float], unit: str,
) -> int:
    """Draw a group a line: supply to the right, demand to the left, and a mark at the net."""
    axes, places = _lines(figure, labels), range(len(labels))
    factor, unit = _scale((*supply, *demand), unit)
    supplied = axes.barh(places, [value / factor for value in supply], BAR, color=theme.supply, label=tr("Supply"))
    demanded = axes.barh(
        places, [-value / factor for value in demand], BAR, color=theme.demand, edgecolor=theme.hatch, hatch="////",
        linewidth=0, label=tr("Demand"),
    )
    balanced = axes.scatter(
        [value / factor for value in net], places, marker="D", s=36, zorder=3,
        facecolor=theme.background, edgecolor=theme.text, label=tr("Net"),
    )
    axes.axvline(0, color=theme.muted, linewidth=0.8)
    _number_axis(axes, theme, unit)
    _legend(figure, axes, supplied, demanded, balanced)
    return 2 * len(labels) + 5


def split_bar(figure: Figure, theme: Theme, farmer: float, collective: float, cost: float = 0.0) -> int:
    """Draw one bar of yuan: what the farmers, the collective and the cost take of the gross revenue."""
    axes = figure.add_subplot()
    parts = (
        (tr("Farmers"), farmer, theme.farmer), (tr("Collective"), collective, theme.collective),
        (tr("Cost"), cost, theme.cost),
    )
    factor, unit = _scale((farmer + collective + cost,), tr("yuan"))
    start, bars = 0.0, []
    for label, value, colour in parts:
        bars.append(axes.barh([0], [value / factor], 0.9, left=start, color=colour, label=label))
        start += value / factor
    axes.set_yticks([])
    _number_axis(axes, theme, unit)
    axes.set_xlim(0, start or 1)
    _legend(figure, axes, *bars)
    return 7


def services_bars(
    figure: Figure, theme: Theme, labels: Sequence[str], before: Sequence[float], after: Sequence[float], unit: str,
) -> int:
    """Draw a service a line: its value before above its value after."""
    axes = _lines(figure, labels)
    factor, unit = _scale((*before, *after), unit)
    bars = []
    for shift, values, colour, label in (
        (-0.2, before, theme.before, tr("Before")), (0.2, after, theme.after, tr("After")),
    ):
        places = [place + shift for place in range(len(labels))]
        bars.append(axes.barh(places, [value / factor for value in values], 0.36, color=colour, label=label))
    axes.axvline(0, color=theme.muted, linewidth=0.8)
    _number_axis(axes, theme, unit)
    _legend(figure, axes, *bars)
    return 2 * len(labels) + 5


def scenario_bars(
    figure: Figure, theme: Theme, names: Sequence[str],
    measures: Sequence[tuple[str, str, Sequence[float]]],
) -> int:
    """Draw a panel a measure (title, unit, a value each scenario; NaN where unknown), a scenario a line."""
    panels = figure.subplots(len(measures), 1, squeeze=False)[:, 0]
    for axes, (title, unit, values) in zip(panels, measures):
        factor, unit = _scale(values, unit)
        scaled = [value / factor for value in values]
        colours = [theme.demand if value < 0 else theme.supply for value in values]
        axes.barh(range(len(names)), [0 if math.isnan(value) else value for value in scaled], BAR, color=colours)
        for place, value in enumerate(scaled):
            beside = 0 if math.isnan(value) or value < 0 else value
            axes.annotate(
                formats.number(value), (beside, place), (3, 0), textcoords="offset points", va="center",
            )
        axes.set_title(f"{title} ({unit})" if unit else title)
        axes.axvline(0, color=theme.muted, linewidth=0.8)
        axes.margins(x=0.3)
        axes.set_xticks([])
        _name_lines(axes, names)
        _bare(axes)
    return len(measures) * (2 * len(names) + 2)


def _chinese_font() -> list[str]:
    from matplotlib.font_manager import fontManager

    installed = {font.name for font in fontManager.ttflist}
    return next(([name] for name in CHINESE_FONTS if name in installed), [])


def _lines(figure: Figure, labels: Sequence[str]) -> Axes:
    """Return axes with a labelled line for each label, the first on top."""
    axes = figure.add_subplot()
    _name_lines(axes, labels)
    return axes


def _name_lines(axes: Axes, labels: Sequence[str]) -> None:
    axes.set_yticks(range(len(labels)))
    axes.set_yticklabels([_short(label) for label in labels])
    axes.set_ylim(max(len(labels), 1) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def _short(label: str) -> str:
    """Return a label in one line of at most LABEL_WIDTH; a dollar sign does not begin a formula."""
    width, text = 0, ""
    for character in " ".join(label.split()):
        width += 1 if ord(character) < 0x1100 else 2
        if width > LABEL_WIDTH:
            text = f"{text}…"
            break
        text += character
    return text.replace("$", r"\$")


def _scale(values: Sequence[float], unit: str) -> tuple[float, str]:
    """Return by what to divide so that the ticks stay short, and the unit that goes with it."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0)
    return (TEN_THOUSAND, tr("10⁴ {unit}").format(unit=unit)) if largest >= 10 * TEN_THOUSAND else (1, unit)


def _number_axis(axes: Axes, theme: Theme, unit: str) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(MOST_TICKS, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(lambda value, _place: formats.plain(value))
    axes.grid(axis="x", color=theme.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel(unit)
    _bare(axes)


def _bare(axes: Axes) -> None:
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)


def _legend(figure: Figure, axes: Axes, *handles: object) -> None:
    """Explain the colours in a line above the axes, which an empty title keeps free."""
    axes.set_title(" ")
    figure.legend(
        handles=handles, loc="upper left", ncol=3, frameon=False, borderpad=0.1, handlelength=0.9, handletextpad=0.4,
        columnspacing=0.9, borderaxespad=0.3,
    )
