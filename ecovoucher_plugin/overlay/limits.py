"""Numbers that all readers of layers share."""

from __future__ import annotations

# How finely the areal scale of a CRS is sampled over the parcels, and with squares of what side.
SAMPLES = 33
PROBE, PROBE_DEGREES = 100.0, 0.001

# Map projections made for measuring stay well below; plate carrée and the like do not.
PLANAR_ERROR = 0.05

# A straight edge is bent in another CRS. One of 50 m bends by less than 0.1 mm; of a polygon that would
# need more vertices than this along its longer side, edges may be longer.
EDGE_METRES = 50.0
EDGES_PER_SIDE = 2000

# How far, in degrees, parcels may lie outside the area for which their CRS is defined.
AREA_OF_USE_MARGIN = 3.0

# Metres by which the semi-major axes of ellipsoids may differ that are taken to be the same.
SAME_AXIS = 0.5
