"""Use an installed wheel from Python: nothing of the checkout may be needed."""

import sys
from importlib.resources import files
from pathlib import Path

import bias

checkout, news = Path(sys.argv[1]), sys.argv[2]
assert checkout not in Path(bias.__file__).parents, bias.__file__
for package in ("bias.lexicons", "bias.seeds", "bias.models.data"):
    assert any(file.is_file() for file in files(package).iterdir()), package
analyses = list(bias.analyze_many(bias.read_articles(news)))
assert len(bias.to_frame(analyses)) == len(analyses) > 10
assert bias.nltk.CorpusReader(analyses).text(voice="outlet").vocab()
print(f"bias {bias.__version__}: {len(analyses)} articles analysed outside the checkout")
