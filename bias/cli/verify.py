"""`bias verify`: whether outputs still follow from their texts, inputs and versions."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bias.analysis import analyze, analyze_document
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.models import user_models
from bias.document.document import Document
from bias.errors import UsageError
from bias.inputs import Refusal
from bias.inputs.digest import describe_inputs
from bias.lists.user import UserLexicon
from bias.outputs import Encoded, Layout, layout_of
from bias.outputs.record import provenance
from bias.rating.own import OwnModel, digests_of
from bias.shown.harmless import counted, harmless
from bias.trust.files import MANIFEST, Again, files_of, manifest_of, records_of
from bias.trust.record import is_of_page, made_by_another, misplaced, remeasured

MOST = 20
"""Faults of an output that are named; all are counted."""


def run_verify(options: Namespace) -> int:
    """Name what does not follow; 1 when there is any, else 0."""
    lexicons, models = user_lexicons(options), user_models(options)
    found = more = 0
    for path in options.outputs:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
        is_run = (path / MANIFEST).exists()
        faults = [*(_run if is_run else _records)(path, options, lexicons, models)]
        for fault in faults[:MOST]:
            print(harmless(fault))
        found, more = found + len(faults), more + len(faults[MOST:])
    if not options.quiet:
        told = counted(found, "fault") if found else "all follows"
        print(f"bias: {told}{f', {more} of them not named' if more else ''}", file=sys.stderr)
    return int(bool(found))


def _records(
    path: Path,
    options: Namespace,
    lexicons: Sequence[UserLexicon],
    models: Sequence[OwnModel],
) -> Iterator[str]:
    """Yield what is wrong with the records of a file, or of the files of a folder."""
    here = provenance({one.name: one.digest for one in lexicons}, digests_of(models))
    again = partial(analyze, lexicons=lexicons, model=models)
    files = files_of(path)
    if not files:
        raise UsageError(f"{path}: holds neither {MANIFEST} nor records (.jsonl).")
    for file in files:
        for line, record in records_of(file):
            where = f"{file}:{line}: {record['id']}"
            faults = [*misplaced(record)]
            if other := made_by_another(record["meta"], here):
                faults.append(f"not measured again: {other}")
            elif not (faults or options.spans or is_of_page(record)):
                faults += remeasured(record, again)
            yield from (f"{where}: {fault}" for fault in faults)


def _run(
    path: Path,
    options: Namespace,
    lexicons: Sequence[UserLexicon],
    models: Sequence[OwnModel],
) -> Iterator[str]:
    """Yield what a second run over the inputs gives otherwise."""
    manifest = manifest_of(path)
    here = provenance({one.name: one.digest for one in lexicons}, digests_of(models))
    if other := made_by_another(manifest, here):
        yield f"{path}: not run again: {other}"
        return
    described = (*manifest["inputs"], *manifest.get("metadata", ()))
    names = [one["name"] for one in described]
    for then, now in zip(described, describe_inputs(names), strict=True):
        if then != now:
            yield f"{path}: the input {then['name']} is not what it was"
            return
    layout = layout_of(path, manifest["options"]["format"].removeprefix("."))
    if layout.form == "parquet":
        raise UsageError(f"{path}: tables are compared as .csv. Write them so: --tables csv.")
    yield from _rerun(layout, manifest, options, lexicons, models)


def _rerun(
    layout: Layout,
    manifest: dict[str, Any],
    options: Namespace,
    lexicons: Sequence[UserLexicon],
    models: Sequence[OwnModel],
) -> Iterator[str]:
    batch = Batch(_options(manifest, options))
    function = partial(
        _encode, layout, lexicons=lexicons, repeats=batch.repeats(), model=models
    )  # fmt: skip
    with Again(layout.files) as again:
        for outcome in batch.outcomes(function):
            if not isinstance(outcome, Refusal):
                again.add(outcome.tables)
        yield from again.finish()


def _encode(layout: Layout, document: Document, number: int, **how: Any) -> Encoded:
    return layout.encode(analyze_document(document, **how).to_dict(layout.keeps_columns), number)


def _options(manifest: dict[str, Any], options: Namespace) -> Namespace:
    """Return the options of the run that wrote a folder."""
    then, metadata = manifest["options"], manifest.get("metadata") or []
    return Namespace(
        inputs=[one["name"] for one in manifest["inputs"]],
        metadata=Path(metadata[0]["name"]) if metadata else None,
        column=[*then["columns"].items()],
        repeats=then["repeats"],
        keep_columns=then["keep_columns"],
        fetch=False,
        strict=False,
        engine="local",
        scheduler=None,
        jobs=options.jobs,
        quiet=options.quiet,
    )
