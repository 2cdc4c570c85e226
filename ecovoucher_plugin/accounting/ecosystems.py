"""The names that schemes and coefficient tables meet on."""

from __future__ import annotations

# The 14 second-level ecosystems of Xie et al. 2015.
ECOSYSTEMS = (
    "dry_farmland", "paddy_field",
    "coniferous_forest", "mixed_forest", "broadleaf_forest", "shrub",
    "steppe", "shrub_grassland", "meadow",
    "wetland",
    "desert", "bare_land",
    "water_body", "glacier_snow",
)

# Generic classes: the mean of the members with equal weight (common practice, not part of Xie 2015).
COMPOSITES = {
    "forest_mean3": ("coniferous_forest", "mixed_forest", "broadleaf_forest"),
    "grass_mean3": ("steppe", "shrub_grassland", "meadow"),
    "cropland_mean2": ("dry_farmland", "paddy_field"),
    "barren_mean2": ("desert", "bare_land"),
}

# Land without a row in the equivalent-factor tables that is valued 0, such as construction land.
NO_ECOSYSTEM = "none"

# The rows of Gu, Tang, Wang 2022, Table 1.
STANDARD_FOREST_CLASSES = (
    "arbor_forest", "shrub_forest", "sparse_forest", "other_forest",
    "high_cover_grass", "medium_cover_grass", "low_cover_grass",
    "water",
)

# The unit of the Jiangyin voucher: broadleaf forest stands for five-year arbor forest.
REFERENCE_FOREST = "broadleaf_forest"
