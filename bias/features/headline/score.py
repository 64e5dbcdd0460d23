"""The headline score: a sum of named parts, turned into a probability."""

import math
from collections.abc import Iterable, Mapping

from bias.document.document import Cue

PART_WEIGHTS: Mapping[str, float] = {
    "loaded_verb": 1.0,
    "loaded_label": 1.0,
    "hyperbole": 1.0,
    "sarcasm": 1.0,
    "named_target": 1.0,
    "presupposition": 1.0,
    "agentless": 0.5,
    "scare_quotes": 0.3,
    "capitals": 0.3,
    "reader_address": 0.2,
    "forward_reference": 0.1,
    "question": 0.1,
}
"""What a device adds per unit of its cues' weight. Devices that judge count in
full, devices that tease little: readers call a question a device, rarely a slant.
Set on headline_devices, half of its outlets, 2026-11-22."""
MOST_PER_DEVICE = 1.5
"""Where one device's sum is cut off: a third slur says no more than two."""
STYLE_WEIGHT = 0.3
"""What one unit of log-odds of comment style adds; same source."""
STYLE_RANGE = 3.0
"""Log-odds beyond which style says no more."""
GAP_WEIGHT = 0.1
"""What one unit of loaded weight per ten words above the lead adds."""
SLOPE = 2.7
INTERCEPT = -2.1
"""From the sum to the log-odds that readers see a clear slant (2 or 3 of 3);
fitted by logistic regression on headline_devices, 2026-11-22."""


def device_weights(cues: Iterable[Cue]) -> dict[str, float]:
    """Return the summed weight of the outlet's own cues by device, each cut off.

    Cues that are no devices, such as `clickbait`, count nothing.
    """
    sums = dict.fromkeys(PART_WEIGHTS, 0.0)
    for cue in cues:
        if cue.voice == "outlet" and cue.category in sums:
            sums[cue.category] += cue.weight
    return {device: min(total, MOST_PER_DEVICE) for device, total in sums.items()}


def score_parts(devices: Mapping[str, float], style: float, gap: float) -> dict[str, float]:
    """Return what each part adds to the sum.

    Parameters
    ----------
    devices
        Summed cue weights by device, of `device_weights`.
    style
        Log-odds of comment style.
    gap
        Loaded weight per ten words above the lead's; NaN without a body adds nothing.
    """
    parts = {device: PART_WEIGHTS[device] * weight for device, weight in devices.items()}
    parts["style"] = STYLE_WEIGHT * max(-STYLE_RANGE, min(STYLE_RANGE, style))
    parts["gap"] = 0.0 if math.isnan(gap) else GAP_WEIGHT * max(0.0, gap)
    return parts


def score_of(parts: Mapping[str, float]) -> float:
    """Return the score, 0 to 1: the logistic of the parts' sum.

    >>> round(score_of({"loaded_verb": 0.0}), 2), round(score_of({"loaded_verb": 1.5}), 2)
    (0.11, 0.88)
    """
    return 1 / (1 + math.exp(-(INTERCEPT + SLOPE * sum(parts.values()))))
