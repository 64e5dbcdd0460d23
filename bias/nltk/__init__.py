"""Analysed articles as NLTK's users know a corpus: words, sentences, paragraphs, tags, categories.

Nothing of NLTK's data is needed, so there is nothing to download.

>>> import bias
>>> article = bias.Article(
...     id="a", outlet="The Ferry Post", headline="Council Slams Plan",
...     body='"It is a sham," Ms. Ode said. The vote was 5 to 4.',
... )
>>> news = bias.nltk.CorpusReader([bias.analyze(article)])
>>> news.words(voice="outlet")
['Council', 'Slams', 'Plan', 'Ms', '.', 'Ode', 'said', ...]
>>> [word for word, tag in news.tagged_words() if tag == "loaded_verb"]
['Slams']
"""

from bias.nltk.corpus_file import write_corpus
from bias.nltk.metrics import boundaries, coded
from bias.nltk.reader import CorpusReader
from bias.nltk.text import Text

__all__ = ["CorpusReader", "Text", "boundaries", "coded", "write_corpus"]
