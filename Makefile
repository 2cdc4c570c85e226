# EcoVoucher on a Debian machine: each target installs what it lacks (apt, pip) and nothing twice.
# QGIS_SUITE=bookworm-backports or trixie-backports takes QGIS from that suite.

PYTHON := /usr/bin/python3
VENV := .venv
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
PACKAGE := build/ecovoucher-$(VERSION).zip
QGIS_PROFILE := $(HOME)/.local/share/QGIS/QGIS3/profiles/default
PYTEST := $(VENV)/bin/python -m pytest
UNIT_TESTS := $(wildcard tests/accounting tests/overlay tests/policy tests/test_geodataframes.py)
SHIPPED := __init__.py ecovoucher_plugin processing_algorithms

# python3-qgis brings GDAL, NumPy, SciPy and matplotlib; qgis brings qgis_process.
RUN_PACKAGES := python3-qgis fonts-noto-cjk
UNIT_PACKAGES := python3-gdal python3-scipy python3-venv
TEST_PACKAGES := $(UNIT_PACKAGES) qgis
GUI_PACKAGES := python3-matplotlib xauth xvfb

.NOTPARALLEL:
export QGIS_SUITE
export QT_QPA_PLATFORM := offscreen
export LC_ALL := C.UTF-8

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.* ## /\1\t/p' Makefile | expand -t 16

.PHONY: run
run: ## make a small landscape, compute its vouchers and map them
	@tools/install-debian $(RUN_PACKAGES)
	$(PYTHON) demo/run.py

.PHONY: test
test: test-packages $(VENV)/tests-ready ## run all tests in a real QGIS, without a screen
	$(PYTEST) $(PYTEST_ARGS)
	@$(MAKE) --no-print-directory test-gui PYTEST_ARGS=

.PHONY: test-gui
test-gui: test-packages $(VENV)/tests-ready ## drive the dock in a QGIS window on a virtual screen
	@tools/install-debian $(GUI_PACKAGES)
	$(VENV)/bin/python tests/gui_in_qgis.py tests/gui $(PYTEST_ARGS)

.PHONY: test-unit
test-unit: $(VENV)/tests-ready ## run the tests that need no QGIS
	$(PYTEST) -p no:pytest_qgis $(UNIT_TESTS) $(PYTEST_ARGS)

.PHONY: bench
bench: test-packages $(VENV)/tests-ready ## compare the speed with QGIS's own intersection
	$(VENV)/bin/python bench/run.py

.PHONY: lint
lint: $(VENV)/tools-ready ## check the source with ruff and flake8-qgis
	$(VENV)/bin/ruff check .
	$(VENV)/bin/flake8 --isolated --select QGS --extend-ignore QGS105,QGS2,QGS402 $(SHIPPED)

.PHONY: package
package: $(PACKAGE) ## pack the last commit as the zip that QGIS installs
	@echo $(PACKAGE)

.PHONY: $(PACKAGE)
$(PACKAGE):
	mkdir -p build
	TZ=UTC git archive --format=zip --prefix=ecovoucher/ --output=$@ HEAD

.PHONY: check-package
check-package: $(PACKAGE) test-packages $(VENV)/tools-ready ## check that zip as the plugin store does
	rm -rf build/ecovoucher
	$(PYTHON) -m zipfile -e $(PACKAGE) build
	$(PYTEST) tests/test_package.py --package $(PACKAGE)
	$(VENV)/bin/bandit --quiet --recursive build/ecovoucher
	cd build/ecovoucher && find . -type f ! -name metadata.txt -exec ../../$(VENV)/bin/detect-secrets-hook {} +
	$(VENV)/bin/flake8 --isolated --extend-ignore QGS --max-line-length 120 build/ecovoucher

.PHONY: i18n
i18n: ## update the translation files
	$(PYTHON) tools/update_translations.py

.PHONY: install
install: ## link this folder into the QGIS profile (QGIS_PROFILE=...)
	mkdir -p $(QGIS_PROFILE)/python/plugins
	ln -sfnT $(CURDIR) $(QGIS_PROFILE)/python/plugins/ecovoucher

.PHONY: clean
clean: ## remove everything that make made here
	rm -rf build ecovoucher.egg-info $(VENV) .hypothesis .pytest_cache .qgis-settings .ruff_cache
	find . -name __pycache__ -prune -exec rm -r {} +

.PHONY: test-packages
test-packages:
	@tools/install-debian $(TEST_PACKAGES)

# NumPy is held at Debian's version, which Debian's GDAL and SciPy are built for.
$(VENV)/tests-ready: tests/requirements.txt
	@tools/install-debian $(UNIT_PACKAGES)
	$(PYTHON) -m venv --clear --system-site-packages $(VENV)
	$(PYTHON) -c 'import numpy; print("numpy==" + numpy.__version__)' > $(VENV)/constraints.txt
	$(VENV)/bin/python -m pip install --quiet --requirement $< --constraint $(VENV)/constraints.txt
	touch $@

$(VENV)/tools-ready: tools/requirements.txt $(VENV)/tests-ready
	$(VENV)/bin/python -m pip install --quiet --requirement $<
	touch $@
