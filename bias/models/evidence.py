"""How likely a marked stretch is one that a reader would show: `bias/models/data/evidence.md`."""

from functools import cache

from bias.models.files import Form, read_model, shipped
from bias.models.pairs import Sum

FORM = Form("bias-evidence", 1, ("good",))
FILE = "evidence.json"


@cache
def shipped_evidence() -> Sum:
    """Read the sum of `evidence.json`: of the measures and kinds in `bias.evidence.likelihood`."""
    return Sum.read(read_model(shipped(FILE), FORM), "good")
