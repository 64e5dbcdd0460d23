"""The style sheet of the HTML reports: light, dark and printed."""

from collections.abc import Iterator

from bias.report.style import FAMILIES, OTHER, Family, Underline, lighter

_LINES: dict[Underline, str] = {
    "thick": "solid 3px",
    "solid": "solid 2px",
    "double": "double 3px",
    "dashed": "dashed 1px",
    "wavy": "wavy 1.5px",
    "dotted": "dotted 1px",
}

BASE = """
:root{color-scheme:light dark;--ink:#1f2328;--soft:#5d646c;--rule:#c9ced3;--wash:#eef0f2;
--paper:#fff;--bar:#6c757d;--sans:"DejaVu Sans",Verdana,system-ui,sans-serif;
--serif:"STIX Two Text",Georgia,"Times New Roman",serif}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a9b0b7;--rule:#454b52;
--wash:#272b30;--paper:#16181b;--bar:#98a1aa}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:60rem;background:var(--paper);
color:var(--ink);font:15px/1.5 var(--sans)}
h1{font:bold clamp(1.5rem,4vw,2.3rem)/1.25 var(--serif);margin:0 0 .4rem;overflow-wrap:anywhere}
h2{font-size:1rem;margin:0 0 .5rem}
section{border-top:1px solid var(--rule);padding:.8rem 0 1.2rem}
.soft,figcaption,.facts{color:var(--soft);font-size:.87rem;overflow-wrap:anywhere}
figure{margin:0}
a{color:inherit}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.rating{display:flex;gap:1.5rem;align-items:center;flex-wrap:wrap}
.rating b{font-size:2.6rem;line-height:1;display:block}
.rating figure{flex:1 1 20rem}
svg{display:block;width:100%;overflow:visible}
svg.scale{height:3.4rem}
svg.strip{height:8rem}
svg text{fill:var(--soft);font:11px var(--sans)}
.axis{stroke:var(--soft);stroke-width:1}
.grid{stroke:var(--rule);stroke-width:1}
.interval{fill:var(--rule)}
.point{fill:var(--ink)}
.without{fill:var(--paper);stroke:var(--promo);stroke-width:2}
.bar{fill:var(--bar)}
.bar.quoted{fill:var(--wash);stroke:var(--bar);stroke-dasharray:1.5 1.5}
.bar.furniture{fill:var(--rule)}
.bar.insert{fill:none;stroke:var(--promo);pointer-events:all}
.bar.quoted,.bar.insert{vector-effect:non-scaling-stroke}
svg a:hover .bar,svg a:focus .bar{fill:var(--ink)}
table{border-collapse:collapse;width:100%;font-size:.87rem}
th{text-align:left;font-weight:normal;color:var(--soft)}
td,th{padding:.25rem .6rem .25rem 0;vertical-align:top;overflow-wrap:anywhere}
thead th{white-space:nowrap}
tbody th{color:var(--ink)}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.meter,.track,.span{display:block;position:relative;height:.8rem;min-width:6rem;margin-top:.3rem}
.meter,.span{background:var(--wash)}
.meter i{position:absolute;inset:0 auto 0 0;background:var(--bar)}
.track{background:linear-gradient(90deg,transparent 25%,var(--wash) 25% 75%,transparent 75%);
border-bottom:1px solid var(--rule)}
.track i,.span i{position:absolute;top:0;bottom:0;width:3px;background:var(--ink)}
.span i.reach{background:var(--rule)}
ol.evidence{padding-left:1.8rem}
ol.evidence q{font-family:var(--serif);font-weight:bold}
ol.evidence li{margin-bottom:.5rem}
.filters{border:0;padding:0;margin:0 0 1rem;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;
font-size:.87rem}
article{max-width:38rem;margin:0 auto;font:1.13rem/1.6 var(--serif);overflow-wrap:anywhere}
article p.subhead{font-weight:bold}
article p.furniture{color:var(--soft);font-size:.95rem}
.label{display:block;font:.72rem var(--sans);color:var(--soft)}
aside.insert{border:1.5px solid var(--promo);padding:.3rem .9rem;margin:1rem -.9rem}
aside.insert p{margin:.2rem 0}
mark{color:inherit;background:none;text-underline-offset:.22em;position:relative}
mark.boxed{border-block:1.5px solid var(--promo)}
mark.boxed.opens::before{content:"insert ";font:.62em var(--sans);color:var(--soft)}
sup{font:bold .62em var(--sans);margin-left:.2em}
mark:focus::after{content:attr(data-why);position:absolute;left:0;top:1.7em;z-index:2;
width:max-content;max-width:17rem;padding:.4rem .6rem;background:var(--ink);color:var(--paper);
font:.78rem/1.4 var(--sans)}
.sentence:target{outline:2px solid var(--soft);outline-offset:3px}
@media print{body{max-width:none;font-size:10pt}.filters{display:none}
aside,li,tr{break-inside:avoid}mark:focus::after{content:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def style_sheet() -> str:
    """Return the whole style sheet."""
    return BASE + "".join(rule for family in (*FAMILIES, OTHER) for rule in _rules(family))


def _rules(family: Family) -> Iterator[str]:
    """Yield how one family's marks look, and how its filter hides them."""
    name, colour = family.feature, f"var(--{family.feature})"
    yield f":root{{--{name}:{family.colour};--{name}-tint:{family.tint or 'transparent'}}}\n"
    dark_tint = f"{family.colour}66" if family.tint else "transparent"
    dark = f"--{name}:{lighter(family.colour, 0.45)};--{name}-tint:{dark_tint}"
    yield f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    line = f"text-decoration:underline {_LINES[family.underline]} {colour}"
    yield f"mark.{name}{{background:var(--{name}-tint);{line}}}\n"
    light = f"background:none;text-decoration:underline dotted 1.5px {colour}"
    yield f"mark.{name}.quoted{{{light}}}\n.meter.{name} i{{background:{colour}}}\n"
    hidden = "{background:none;text-decoration:none}"
    yield f"body:has(#show-{family.letter}:not(:checked)) article mark.{name}{hidden}\n"
    for voice in ("outlet", "quoted"):
        yield f"body:has(#show-{voice}:not(:checked)) article mark.{name}.{voice}{hidden}\n"
