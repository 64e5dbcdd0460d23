"""How far the experts themselves agree: the ceiling for any sentence model."""

from pathlib import Path

LABELS = ("Biased", "Non-biased")


def annotator_alpha(data: Path) -> tuple[float, int]:
    """Return Krippendorff's alpha of BABE's annotators, and the number of labels.

    Parameters
    ----------
    data
        The folder that holds `babe`.

    Returns
    -------
    tuple
        Alpha, 1 for perfect agreement and 0 for what chance gives; labels compared.

    References
    ----------
    Krippendorff (1980), computed by NLTK's `AnnotationTask`.
    """
    import pandas as pd
    from nltk.metrics.agreement import AnnotationTask

    frame = pd.read_csv(data / "babe" / "sg2_annotators.csv.gz")
    frame = frame[frame["label_bias"].isin(LABELS)].dropna(subset=["text", "annotator_id"])
    columns = (frame[name].astype(str) for name in ("annotator_id", "text", "label_bias"))
    task = AnnotationTask(data=list(dict.fromkeys(zip(*columns, strict=True))))
    return float(task.alpha()), len(frame)
