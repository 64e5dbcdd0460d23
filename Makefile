# The two commands to know: `make report` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GALLERY := moon-station opinion-column quotation-marks calm-wire

.PHONY: report test check gallery figures format clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@

report: $(VENV)/installed  ## analyse seeds/ and draw the results
	$(BIN)/bias report seeds -o reports/latest --title "The seed articles"
	@echo "Open reports/latest/summary.pdf, or any of the others in reports/latest/."

test: $(VENV)/installed  ## run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: $(VENV)/installed  ## format, lint, types, lexicons and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/bias lexicon check
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

gallery: $(VENV)/installed  ## redraw the committed samples
	rm -rf reports/gallery
	$(BIN)/bias report $(GALLERY:%=seeds/%.txt) -o reports/gallery --title "Four seed articles"
	$(BIN)/bias compare seeds/one-event.jsonl -o reports/gallery/compare
	$(BIN)/bias compare seeds/one-strike.jsonl -o reports/gallery/compare-strike

format: $(VENV)/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

figures: $(VENV)/installed  ## run the evaluations in DATA and refill the README's figures
	$(BIN)/python benchmarks/figures.py $(if $(DATA),--data $(DATA))

clean:
	rm -rf $(VENV) reports/latest
