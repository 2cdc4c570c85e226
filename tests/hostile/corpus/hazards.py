"""Every hazard of the list that the project keeps, and where it is tested: none may be forgotten.

A hazard is tested by a family of the corpus whose cases carry its number, by a test elsewhere, or not at all, with
the reason.
"""

from __future__ import annotations

HAZARDS = {
    # Parcels and overlay.
    "A1": "invalid polygon valued 0", "A2": "validity settings of the context change the result",
    "A3": "parcel without geometry vanishes", "A4": "robustness: lost pieces of valid polygons",
    "A5": "overlapping land use counts twice", "A6": "land use does not cover the parcel",
    "A7": "slivers are noise or missing area", "A8": "the same land is issued twice",
    "A9": "curves, heights, multi-parts, collections", "A10": "the result depends on the order of features",
    # Raster land use.
    "B11": "parcels smaller than a cell are over-counted", "B12": "native tools contradict each other",
    "B13": "rotated raster", "B14": "raster that begins in the south", "B15": "NoData undefined or odd",
    "B16": "class codes as floats, decimals, text", "B17": "code in the map, not in the table",
    "B18": "a zero row taken for a missing one", "B19": "dates differ in grid, extent or CRS",
    "B20": "interpolated classes", "B21": "parcels and raster differ in CRS",
    # Area, CRS, units.
    "C22": "areas in Web Mercator", "C23": "areas in degrees", "C24": "areas depend on the project",
    "C25": "computed and official area differ", "C26": "layer without CRS", "C27": "unknown datum shift",
    "C28": "zone prefix or axis order wrong", "C29": "units and money wrong",
    # Files and values.
    "D30": "Shapefile cuts field names", "D31": "GBK Shapefile without its encoding", "D32": "Shapefile of 2 GB",
    "D33": "repeated keys lose features", "D34": "temporary outputs are lost", "D35": "NULL taken for a number",
    "D36": "decimal comma", "D37": "paths that are not ASCII", "D38": "tables in other encodings and orders",
    # Running inside QGIS.
    "E39": "main-thread objects used in a task", "E40": "layer removed during the run", "E41": "cancel is ignored",
    "E42": "unloading leaves something behind", "E43": "opening the window changes the project",
    "E44": "Qt 6: flat enums and lost names", "E45": "a missing dependency breaks loading",
    "E46": "selection, filter and edits used without a word", "E47": "errors without content",
    # Security and release.
    "S1": "injection by names", "S2": "injection by expressions", "S3": "HTML in reports", "S4": "formulas in tables",
    "S5": "credentials in project and logs", "S6": "eval and pickle", "S7": "XML bombs", "S8": "archives",
    "S9": "predictable temporary files", "S10": "paths from data", "S11": "hostile project", "S12": "hostile registry",
    "S13": "continuous integration as an entry point", "S14": "the store blocks the upload",
    "S15": "package with what does not belong in it", "S16": "network calls",
}

RULES = "tests/test_source_rules.py"
TESTED_ELSEWHERE = {
    "E39": "tests/qgis/test_same_digest.py::test_background_task",
    "E40": "tests/qgis/test_inputs_vanish.py::test_layer_leaves_the_project_during_a_background_run",
    "E41": "tests/qgis/test_cancel_anytime.py::test_cancel_at_random_moments",
    "E42": "tests/test_loading.py::test_unloading_leaves_nothing_behind",
    "E44": f"{RULES}::test_every_enum_member_is_scoped_and_exists",
    "E45": "tests/qgis/test_forestcovertrade.py::test_without_scipy_it_cannot_run_and_says_how_to_get_it",
    "E47": "tests/qgis/test_inputs_refused.py::test_a_sentence_holds_no_traceback",
    "S6": f"{RULES}::test_no_forbidden_call",
    "S7": f"{RULES}::test_no_forbidden_import",
    "S8": f"{RULES}::test_no_forbidden_import",
    "S9": f"{RULES}::test_no_forbidden_import",
    "S15": "tests/package/test_structure.py::test_holds_what_is_shipped_and_nothing_else",
    "S16": f"{RULES}::test_no_forbidden_import",
}
NOT_APPLICABLE = {
    "A8": "no vouchers are issued: there is no registry; parcels on top of each other are each accounted for",
    "D32": "the size of a result is not estimated; a count after writing refuses what a format lost",
    "D34": "nothing but results is written, and where to is the user's choice",
    "E43": "belongs to the window, which has tests of its own",
    "S3": "the algorithms write no HTML; what the window and reports show has tests of its own",
    "S4": "results keep the texts of the input; tables for spreadsheets are the window's, with tests of its own",
    "S5": "no connection, user or password is read or kept",
    "S10": "no path is made from data",
    "S11": "nothing is read from a project but its layers and transformations",
    "S12": "there is no registry; files are read by GDAL alone",
    "S13": "the repository has no hosted workflow",
    "S14": "make check-package replays the store's scanners on the zip",
}
