"""Make pictures of every page of the dock, in both languages and themes, with the demo's project.

``python tools/dock_screenshots.py [--demo build/demo] [--output docs/dock] [--width 420]``, after ``make run``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from qgis_window import run_in_window

LANGUAGES = {"en": "en_US", "zh": "zh_CN"}


def main() -> int:
    parser = argparse.ArgumentParser(description="Make pictures of every page of the dock.")
    parser.add_argument("--demo", type=Path, default=Path("build/demo"), help="folder of the demo")
    parser.add_argument("--output", type=Path, default=Path("docs/dock"), help="folder for the pictures")
    parser.add_argument("--width", type=int, default=420, help="width of the dock in pixels")
    parser.add_argument("--height", type=int, default=1000, help="height of the dock in pixels")
    parser.add_argument("--scale", type=float, default=1, help="scale of the screen, 2 for 200 %%")
    parser.add_argument("--language", choices=LANGUAGES, help="only this language")
    given = parser.parse_args()
    project = (given.demo / "ecovoucher_demo.qgz").resolve()
    if not project.exists():
        print(f"{project} is not there: run “make run” first.", file=sys.stderr)
        return 1
    given.output.mkdir(parents=True, exist_ok=True)
    for language in [given.language] if given.language else LANGUAGES:
        order = {
            "project": str(project), "output": str(given.output.resolve()), "language": language,
            "size": [given.width, given.height],
        }
        status = run_in_window(
            Path(__file__).with_name("dock_screenshots_inside.py"), {"ECOVOUCHER_PICTURES": json.dumps(order)},
            LANGUAGES[language], given.scale,
        )
        if status:
            return status
    for picture in given.output.glob("*.png"):
        shrink(picture)
    return 0


def shrink(picture: Path) -> None:
    """Keep 256 colours, which is all that a page needs."""
    from PIL import Image

    Image.open(picture).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
