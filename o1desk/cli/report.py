"""The report of a loop: one HTML page, the two o1 curves as PNG, and their numbers as CSV."""

import csv
import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from o1desk.core.files import write_atomic

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1d2430}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem}small,.dim{color:#5b6575}
.card{display:flex;gap:2rem;flex-wrap:wrap;background:#f3f6fa;border-radius:.6rem;
padding:1rem 1.5rem}
.big{font-size:2.2rem;font-weight:600}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #dde3ea;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}pre{white-space:pre-wrap;overflow-wrap:anywhere;
margin:0;font-size:.85rem}img{max-width:100%}.right{color:#1a7f37}.wrong{color:#b42318}
@media(prefers-color-scheme:dark){body{background:#14181f;color:#e3e8ef}.card{background:#1e2530}
th,td{border-color:#2c3542}small,.dim{color:#98a3b3}.right{color:#4ac26b}.wrong{color:#ff8b7e}
img{background:#fff;border-radius:.4rem}}
"""
EXPLAINED = (
    "pass@1: share of held-out problems answered correctly by one chain sampled at temperature 1; "
    "none of them was ever trained on. Brackets: 95 % Wilson interval."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One held-out problem with what the model wrote before and after training."""

    environment: str
    prompt: str
    reference: str
    before: str
    before_right: bool
    after: str
    after_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopReport:
    """Everything the report shows.

    Attributes:
        before: Evaluation before training, in the command line's JSON shape.
        after: The same problems after training.
        train_curve: (step, accuracy, low, high, n) of the held-out checks while training.
        vote_before: (k, accuracy, low, high) under majority vote, before.
        vote_after: The same after training.
        answers: Ten problems before and after.
        chats: A few questions with steps and answers, after training.
        speed: Measured numbers with their units in the name.
        ran: What ran: versions, device, settings, run names.
        notes: What the guard did, and anything that fell short.
        seconds: Wall time of the whole loop.
    """

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    train_curve: Sequence[tuple[float, ...]]
    vote_before: Sequence[tuple[float, ...]]
    vote_after: Sequence[tuple[float, ...]]
    answers: Sequence[Answered] = ()
    chats: Sequence[Mapping[str, Any]] = ()
    speed: Mapping[str, float] = field(default_factory=dict)
    ran: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    seconds: float = 0.0


def write_report(folder: Path, report: LoopReport) -> Path:
    """Write report.html, train_curve and vote_curve (PNG and CSV); return the page's path.

    Raises:
        OSError: If the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    curves = {"train_curve.csv": report.train_curve, "vote_curve.csv": report.vote_after}
    heads = {"train_curve.csv": ("step", "accuracy", "low", "high", "n")}
    for name, rows in curves.items():
        head = heads.get(name, ("k", "accuracy", "low", "high"))
        write_atomic(folder / name, _csv(head, rows).encode())
    write_atomic(
        folder / "vote_curve_before.csv",
        _csv(("k", "accuracy", "low", "high"), report.vote_before).encode(),
    )
    draw_train_curve(report.train_curve, folder / "train_curve.png")
    series = {"before training": report.vote_before, "after training": report.vote_after}
    draw_vote_curve(series, folder / "vote_curve.png")
    return write_page(folder, report)


def write_page(folder: Path, report: LoopReport) -> Path:
    """Write report.html beside the curves that are there already; return its path.

    Raises:
        OSError: If the folder cannot be written.
    """
    page = folder / "report.html"
    write_atomic(page, render(report).encode("utf-8", "backslashreplace"))
    return page


def draw_train_curve(rows: Sequence[tuple[float, ...]], out: Path) -> None:
    """Draw accuracy against training steps with its 95 % band."""
    figure, axes = _axes("Accuracy on held-out problems while training", "training step")
    axes.plot([r[0] for r in rows], [r[1] for r in rows], marker="o", color="#2563eb")
    _band(axes, rows, "#2563eb")
    _save(figure, out)


def draw_vote_curve(series: Mapping[str, Sequence[tuple[float, ...]]], out: Path) -> None:
    """Draw accuracy against the number of sampled chains, one line per series."""
    title = "Accuracy against chains sampled per problem (majority vote)"
    figure, axes = _axes(title, "chains k")
    axes.set_xscale("log", base=2)
    for (name, rows), colour in zip(series.items(), ("#94a3b8", "#2563eb"), strict=False):
        if rows:
            axes.plot(
                [r[0] for r in rows], [r[1] for r in rows], marker="o", color=colour, label=name
            )
            _band(axes, rows, colour)
    ticks = sorted({int(r[0]) for rows in series.values() for r in rows})
    axes.set_xticks(ticks, [str(k) for k in ticks])
    axes.minorticks_off()
    if ticks:
        axes.legend(frameon=False)
    _save(figure, out)


def _axes(title: str, label: str) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.2, 3.8), dpi=130, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_xlabel(label)
    axes.set_ylabel("accuracy (95 % interval)")
    axes.set_ylim(0, 1)
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _band(axes: Any, rows: Sequence[tuple[float, ...]], colour: str) -> None:
    low, high = [r[2] for r in rows], [r[3] for r in rows]
    axes.fill_between([r[0] for r in rows], low, high, color=colour, alpha=0.15, linewidth=0)


def _save(figure: Any, out: Path) -> None:
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    write_atomic(out, picture.getvalue())


def _csv(head: Sequence[str], rows: Sequence[Sequence[float]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


# --- the page ----------------------------------------------------------------------------------


def render(report: LoopReport) -> str:
    """Return the page; every text of a model or a data set is escaped."""
    gain = report.after["pass_at_1"] - report.before["pass_at_1"]
    parts = [
        "<!doctype html><meta charset='utf-8'><title>O1 Desk: the loop</title>",
        f"<style>{STYLE}</style><h1>The loop on this desk</h1>",
        "<div class='card'>",
        _figure("before", report.before),
        _figure("after", report.after),
        f"<div><div class='dim'>change</div><div class='big'>{gain:+.3f}</div></div></div>",
        f"<p class='dim'>{EXPLAINED}</p>",
        "<h2>Accuracy against training</h2><img src='train_curve.png' alt='accuracy by step'>",
        "<h2>Accuracy against thinking</h2><img src='vote_curve.png' alt='accuracy by chains'>",
        "<h2>By environment</h2>",
        _environments(report),
        "<h2>Ten problems, before and after</h2>",
        _answers(report.answers),
        "<h2>Asked afterwards</h2>",
        *(_chat(chat) for chat in report.chats),
        "<h2>Speed</h2>",
        _pairs({name: f"{value:,.1f}" for name, value in report.speed.items()}),
        "<h2>What ran</h2>",
        _pairs({**report.ran, "whole loop": f"{report.seconds:.0f} s"}),
    ]
    if report.notes:
        notes = "".join(f"<li>{html.escape(note)}</li>" for note in report.notes)
        parts.append(f"<h2>Notes</h2><ul>{notes}</ul>")
    return "\n".join(parts)


def _figure(title: str, evaluation: Mapping[str, Any]) -> str:
    low, high = evaluation["ci95"]
    return (
        f"<div><div class='dim'>{title}</div><div class='big'>{evaluation['pass_at_1']:.3f}</div>"
        f"<div class='dim'>[{low:.3f}, {high:.3f}], n = {evaluation['n']}</div></div>"
    )


def _environments(report: LoopReport) -> str:
    rows = []
    for name, before in sorted(report.before["by_environment"].items()):
        after = report.after["by_environment"].get(name, {"pass_at_1": float("nan"), "n": 0})
        rows.append(
            f"<tr><td>{html.escape(name)}</td><td class='n'>{before['pass_at_1']:.2f}</td>"
            f"<td class='n'>{after['pass_at_1']:.2f}</td><td class='n'>{before['n']}</td></tr>"
        )
    titles = "".join(f"<th class='n'>{title}</th>" for title in ("before", "after", "n"))
    head = f"<tr><th>environment</th>{titles}</tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _answers(answers: Sequence[Answered]) -> str:
    rows = []
    for each in answers:
        cells = "".join(
            f"<td><pre class='{'right' if right else 'wrong'}'>{html.escape(text)}</pre></td>"
            for text, right in ((each.before, each.before_right), (each.after, each.after_right))
        )
        rows.append(
            f"<tr><td><pre>{html.escape(each.prompt)}</pre>"
            f"<small>answer {html.escape(each.reference)}</small></td>{cells}</tr>"
        )
    head = "<tr><th>problem</th><th>before</th><th>after</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _chat(chat: Mapping[str, Any]) -> str:
    steps = "".join(f"<li><pre>{html.escape(str(s['text']))}</pre></li>" for s in chat["steps"])
    return (
        f"<p><b>{html.escape(str(chat['prompt']))}</b></p><ol>{steps}</ol>"
        f"<p>Answer: <b>{html.escape(str(chat['answer']))}</b></p>"
    )


def _pairs(values: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{html.escape(str(value))}</td></tr>"
        for name, value in values.items()
    )
    return f"<table>{rows}</table>"
