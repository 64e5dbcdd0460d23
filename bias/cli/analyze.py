"""`bias analyze`: records to a file, or a summary to the terminal."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial

from bias.analysis import Analysis, analyze_document
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.models import user_models
from bias.cli.overlap import check_apart
from bias.cli.terminal import summarize
from bias.cli.told import counted, harmless
from bias.document.document import Document
from bias.errors import UsageError
from bias.inputs.digest import describe_inputs
from bias.inputs.read import files_left_out, said_left_out
from bias.lists.user import UserLexicon
from bias.outputs import Encoded, Layout, Run, State, check_writable, layout_of
from bias.outputs.copies import Copy
from bias.outputs.record import run_provenance
from bias.rating.own import OwnModel, digests_of

NAMED = 10
"""Duplicate ids named on standard error; all are counted."""


def run_analyze(options: Namespace) -> int:
    """Analyze the inputs; 1 when some were refused, else 0."""
    batch = Batch(options)
    _check_resume(batch)
    lexicons, models = user_lexicons(options), user_models(options)
    if options.out is not None:
        layout = layout_of(options.out, options.tables, options.keep_columns)
        return _write(batch, layout, lexicons, models)
    function = partial(analyze_document, lexicons=lexicons, repeats=batch.repeats(), model=models)
    print(summarize(batch.results(function)), end="")
    if not options.quiet and (found := files_left_out(options.inputs)):
        print(f"bias: {harmless(said_left_out(found))}", file=sys.stderr)
    return int(bool(batch.refused))


def _check_resume(batch: Batch) -> None:
    if batch.options.resume and batch.options.out is None:
        raise UsageError("--resume goes on writing a file. Name it with -o, or leave it out.")
    if batch.options.resume and batch.from_standard_input:
        raise UsageError(
            "--resume reads the inputs again, and standard input (-) or a pipe can be read once. "
            "Save it to a file first, or leave --resume out."
        )


def _write(
    batch: Batch, layout: Layout, lexicons: Sequence[UserLexicon], models: Sequence[OwnModel]
) -> int:
    """Write the records, from the beginning or from where an earlier run stopped."""
    check_writable(layout.out)
    check_apart(batch.options.inputs, layout)
    options, can_resume = batch.options, not batch.from_standard_input
    about = _about(options, layout, lexicons, models)
    with Run(layout, about, options.resume, can_resume) as run:
        if not run.state.complete:
            function = partial(
                analyze_document, lexicons=lexicons, repeats=batch.repeats(), model=models
            )
            encode = partial(_encode, layout, function)
            for outcome in batch.outcomes(encode, run.state.read):
                before = run.state.duplicate_ids
                copy = run.add(outcome)
                _tell_duplicate(run.state.duplicate_ids > before, run.state)
                _tell_copy(copy, run.state)
        run.state.left_out = dict(files_left_out(options.inputs))
        state = run.finish()
    _close(state, layout, options)
    return int(bool(state.refused))


def _encode(
    layout: Layout, function: Callable[[Document], Analysis], document: Document, number: int
) -> Encoded:
    return layout.encode(function(document).to_dict(layout.keeps_columns), number)


def _about(
    options: Namespace, layout: Layout, lexicons: Sequence[UserLexicon], models: Sequence[OwnModel]
) -> dict[str, object]:
    """Return what the output depends on."""
    digests = {lexicon.name: lexicon.digest for lexicon in lexicons}
    return run_provenance(digests, digests_of(models)) | {
        "inputs": describe_inputs(options.inputs),
        "metadata": describe_inputs([options.metadata] if options.metadata else []),
        "options": {
            "columns": dict(options.column),
            "repeats": options.repeats,
            "keep_columns": options.keep_columns,
            "format": layout.suffix,
        },
    }


def _tell_duplicate(is_duplicate: bool, state: State) -> None:
    if is_duplicate and state.duplicate_ids <= NAMED:
        last = state.duplicates[-1]
        told = f"the id {last['id']!r} of {last['source']} came before; both are kept"
        print(f"bias: duplicate: {harmless(told)}", file=sys.stderr)


def _tell_copy(copy: Copy | None, state: State) -> None:
    if copy and state.copies <= NAMED:
        told = f"{copy.source} tells {copy.of_source} again ({100 * copy.agree:.0f} % the same)"
        print(f"bias: copy: {harmless(told)}", file=sys.stderr)


def _close(state: State, layout: Layout, options: Namespace) -> None:
    if state.duplicate_ids:
        have = "has" if state.duplicate_ids == 1 else "have"
        told = f"{counted(state.duplicate_ids, 'article')} {have} an id that came before"
        print(f"bias: warning: {told}; all are kept", file=sys.stderr)
    if state.copies:
        say = "says" if state.copies == 1 else "say"
        told = f"{counted(state.copies, 'article')} {say} nearly the words of an earlier one"
        print(f"bias: warning: {told}; all are kept", file=sys.stderr)
    if options.quiet:
        return
    line = f"{state.read} read = {state.rated} analysed + {state.refused} refused"
    line += f"; {state.unrated} not rated" if state.unrated else ""
    line += f"; {harmless(said_left_out(state.left_out))}" if state.left_out else ""
    where = f" -> {options.out}" if state.rated else f"; nothing written{_left(layout)}"
    print(f"bias: {line}{where}", file=sys.stderr)


def _left(layout: Layout) -> str:
    """Say so when an earlier run's output still stands."""
    stands = any(path.exists() for path in layout.files.values())
    return f"; {layout.out} of an earlier run is left as it was" if stands else ""
