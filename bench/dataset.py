"""Draw what is missing of one work's files and print their paths as JSON: zones, base, target.

A program of its own, so that the runner, whose memory its children's peaks would inherit, stays small.
"""
from __future__ import annotations

import argparse
import json

import rasters
from landscape import add_options, chosen, prepare


def main() -> None:
    """Vector land use by default; rasters of it with --cell; the large pair of rasters with --plain."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--zones", default="parcels")
    parser.add_argument("--target", default="target")
    parser.add_argument("--cell", type=int)
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    landscape, folder = chosen(options)
    if options.plain:
        zones, (base, target) = rasters.prepare_plain(folder, options.size, landscape.seed)
    else:
        paths = prepare(landscape, folder, ("base", options.target, options.zones))
        zones, base, target = paths[options.zones], paths["base"], paths[options.target]
        if options.cell:
            base, target = rasters.prepare_burnt(paths, landscape.patches.box, folder, options.cell)
    print(json.dumps({"zones": str(zones), "base": str(base), "target": str(target)}))


if __name__ == "__main__":
    main()
