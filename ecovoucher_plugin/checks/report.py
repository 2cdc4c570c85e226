"""The findings as a page that a person reads."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..wording import Tr
from .finding import ERROR, NOTE, SEVERITIES, WARNING, Finding, count

_STYLE = """
body { font-family: "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #202020;
       background-color: #ffffff; margin: 16px; }
h1 { font-size: 18pt; }
h2 { font-size: 13pt; margin-top: 18px; }
td, th { padding: 5px 8px; vertical-align: top; text-align: left; }
th { background-color: #eeeeee; }
p.what { margin: 0 0 3px 0; }
"""

# Dark enough on their pale ground to be read in print; the word says it too.
_COLOURS = {ERROR: ("#9c1c1c", "#fbe9e7"), WARNING: ("#7a5200", "#fff6da"), NOTE: ("#2f4f6f", "#eef3f8")}


def report_page(
    findings: Sequence[Finding], inputs: Sequence[tuple[str, str]], language: str, made: str, tr: Tr = str
) -> str:
    """Return a complete HTML page; all that comes from layers is escaped.

    findings: gravest first. inputs: label and description of what was inspected. language: such as ``zh_CN``.
    made: when and with what the page was made, for its last line.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language.replace("_", "-"))}"><head><meta charset="utf-8">',
        f"<title>{escape(tr('Inspection of the inputs'))}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(tr('Inspection of the inputs'))}</h1>",
        f"<p><b>{escape(_verdict(findings, tr))}</b></p>",
        _inputs_table(inputs, tr),
        *(_section(severity, findings, tr) for severity in SEVERITIES),
        f"<p><small>{escape(made)}</small></p></body></html>",
    ]
    return "\n".join(parts)


def _verdict(findings: Sequence[Finding], tr: Tr) -> str:
    numbers = {severity: count(findings, severity) for severity in SEVERITIES}
    if numbers[ERROR]:
        return tr("{error} errors, {warning} warnings, {note} notes. While there are errors, the main job refuses the "
                  "inputs or leaves parcels without a number.").format(**numbers)
    if numbers[WARNING]:
        return tr("No errors, {warning} warnings, {note} notes. The main job runs; read the warnings before you rely "
                  "on its numbers.").format(**numbers)
    return tr("No errors, no warnings, {note} notes. The main job runs.").format(**numbers)


def _inputs_table(inputs: Sequence[tuple[str, str]], tr: Tr) -> str:
    rows = "".join(f"<tr><th>{escape(label)}</th><td>{escape(text)}</td></tr>" for label, text in inputs)
    return f"<h2>{escape(tr('What was inspected'))}</h2>\n<table border='0' cellspacing='1'>{rows}</table>"


def _section(severity: str, findings: Sequence[Finding], tr: Tr) -> str:
    chosen = [finding for finding in findings if finding.severity == severity]
    if not chosen:
        return ""
    titles = {ERROR: tr("Errors"), WARNING: tr("Warnings"), NOTE: tr("Notes")}
    ink, ground = _COLOURS[severity]
    columns = tr("Layer"), tr("Where"), tr("What, and what it does"), tr("What to do")
    head = "".join(f"<th>{escape(text)}</th>" for text in columns)
    rows = "\n".join(_row(finding, ground, tr) for finding in chosen)
    return (
        f"<h2><span style='color:{ink}'>{escape(titles[severity])} ({len(chosen)})</span></h2>\n"
        f"<table border='0' cellspacing='1' width='100%'><tr>{head}</tr>\n{rows}</table>"
    )


def _row(finding: Finding, ground: str, tr: Tr) -> str:
    where = finding.feature or tr("the whole")
    return (
        f"<tr style='background-color:{ground}'><td width='14%'>{escape(finding.layer)}</td>"
        f"<td width='14%'>{escape(where)}</td>"
        f"<td width='40%'><p class='what'><b>{escape(finding.what)}</b></p>{escape(finding.effect)}</td>"
        f"<td width='32%'>{escape(finding.fix)}</td></tr>"
    )
