"""The fast overlay engine on one tile: areas in numpy, without building geometries.

It vouches only for what it can prove: a parcel that is covered by valid patches without gap or
overlap at both dates, and over whose pieces the areal scale hardly varies. Every other parcel is
left to the reference engine. Patches whose validity it cannot prove are left to be checked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..accounting.status import OK
from .areal_scale import ArealScale
from .patches import Patches
from .pieces import Pieces
from .polygons.box_pairs import box_pairs
from .polygons.identical import identical_patches
from .polygons.polygon_array import PolygonArray
from .polygons.tile_overlay import TilePieces, overlay_tile
from .polygons.wkb import from_wkb

# The scale of a piece is read in the middle of its box, which is at most a quarter of the box from its
# centroid; so the area of a piece is right within a quarter of this.
UNEVEN = 4e-6

# Two patches of one date may share so much of the smallest tolerance: many small overlaps add up.
PAIR_SHARE = 0.01


@dataclass(frozen=True)
class Doubt:
    """Patches of one date that numpy cannot prove to be valid, and the parcels they may concern.

    patches: int64 (n,), positions. parcel, patch: int64 (k,), the pairs whose boxes meet; patch: position.
    """

    patches: np.ndarray
    parcel: np.ndarray
    patch: np.ndarray


@dataclass(frozen=True)
class FastOverlay:
    """What the fast engine found in p parcels.

    pieces: of the parcels, by position in the tile. area: float64 (p,), planar.
    proven: bool (p,), the parcels it vouches for if the doubtful patches in them are valid. doubts: of each date.
    """

    pieces: Pieces
    area: np.ndarray
    proven: np.ndarray
    doubts: tuple[Doubt, Doubt]

    def proven_with(self, land_use: list[Patches]) -> np.ndarray:
        """Return the parcels it vouches for, bool (p,), now that the doubtful patches of each date were checked."""
        proven = self.proven.copy()
        for doubt, patches in zip(self.doubts, land_use):
            refused = np.array([patches.status(position) != OK for position in doubt.patch], dtype=bool)
            proven[doubt.parcel[refused]] = False
        return proven


def overlay_fast(
    parcels: list[bytes], least: np.ndarray, base: Patches, target: Patches, gate: float, scale: ArealScale | None
) -> FastOverlay:
    """Overlay parcels, or shares of them, with the patches of two dates, all as WKB in one CRS.

    least: float64 (p,), the area to which the gate applies where the share is smaller.
    gate: relative tolerance of the area gate. scale: areal scale over the parcels, None for even 1.
    """
    polygons = from_wkb(parcels)
    layers = from_wkb(base.wkb), from_wkb(target.wkb)
    area = polygons.areas
    tolerance = gate * np.maximum(area, least)
    found = overlay_tile(
        polygons, *layers, identical_patches(*layers), tolerance=PAIR_SHARE * float(tolerance.min(initial=np.inf))
    )
    proven = _proven(found, area, tolerance)
    before_doubt, after_doubt = (_doubt(polygons, layer, simple) for layer, simple in zip(layers, found.simple))
    parcel, before, after = found.parcel, found.base, found.target
    boxes = polygons.bounds[parcel], layers[0].bounds[before], layers[1].bounds[after]
    low = np.maximum.reduce([box[:, :2] for box in boxes])
    high = np.minimum.reduce([box[:, 2:] for box in boxes])
    if scale is not None:
        uneven = np.abs(scale.at(*high.T) / scale.at(*low.T) - 1) * found.area
        proven &= np.bincount(parcel, weights=uneven, minlength=len(area)) <= UNEVEN * area
    pieces = Pieces(
        parcel,
        np.asarray(base.classes, dtype=np.int64)[before],
        np.asarray(target.classes, dtype=np.int64)[after],
        found.area,
        *((low + high) / 2).T,
    )
    return FastOverlay(pieces, area, proven, (before_doubt, after_doubt))


def _doubt(parcels: PolygonArray, layer: PolygonArray, simple: np.ndarray) -> Doubt:
    patches = np.flatnonzero(~simple)
    parcel, patch = box_pairs(parcels.bounds, layer.bounds[patches])
    return Doubt(patches, parcel, patches[patch])


def _proven(found: TilePieces, area: np.ndarray, tolerance: np.ndarray) -> np.ndarray:
    """Return which parcels are covered exactly once at both dates, and in full by their pieces."""
    joint = np.bincount(found.parcel, weights=found.area, minlength=len(area))
    covered = (np.abs(found.covered - area) <= tolerance).all(axis=0)
    apart = (found.overlap <= tolerance).all(axis=0)
    return covered & apart & (np.abs(joint - area) <= tolerance)
