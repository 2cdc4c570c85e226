# EcoVoucher on a Debian machine: each target installs what it lacks (apt, pip) and nothing twice.
# QGIS_SUITE=bookworm-backports or trixie-backports takes QGIS from that suite.

PYTHON := /usr/bin/python3
VENV := .venv
TOOLS := .venv-tools
MUTATION := .venv-mutation
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
PACKAGE := build/ecovoucher-$(VERSION).zip
QGIS_PROFILE := $(HOME)/.local/share/QGIS/QGIS3/profiles/default
PYTEST := $(VENV)/bin/python -m pytest
UNIT_TESTS := $(wildcard tests/accounting tests/overlay tests/policy tests/checks tests/test_geodataframes.py)
# Each in a process of its own: QGIS 3.22 does not survive all of them in one.
TEST_PARTS := $(addprefix tests/,accounting checks dock hostile overlay package policy) \
	$(wildcard tests/test_*.py tests/qgis/test_*.py)
SHIPPED := __init__.py ecovoucher_plugin processing_algorithms

# python3-qgis brings GDAL, NumPy, SciPy and matplotlib; qgis brings qgis_process and the window, shown on xvfb.
RUN_PACKAGES := python3-qgis fonts-noto-cjk
UNIT_PACKAGES := python3-gdal python3-scipy python3-venv
TEST_PACKAGES := $(UNIT_PACKAGES) qgis fonts-noto-cjk python3-matplotlib xauth xvfb

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
	for part in $(TEST_PARTS); do $(PYTEST) $$part $(PYTEST_ARGS) || exit 1; done
	@$(MAKE) --no-print-directory test-gui PYTEST_ARGS=

.PHONY: test-gui
test-gui: test-packages $(VENV)/tests-ready ## drive the dock in a QGIS window on a virtual screen
	$(VENV)/bin/python tests/gui_in_qgis.py tests/gui $(PYTEST_ARGS)

.PHONY: test-unit
test-unit: $(VENV)/tests-ready ## run the tests that need no QGIS
	$(PYTEST) -p no:pytest_qgis $(UNIT_TESTS) $(PYTEST_ARGS)

.PHONY: bench
bench: test-packages $(VENV)/tests-ready ## compare the speed with QGIS's own intersection
	$(VENV)/bin/python bench/run.py

.PHONY: test-matrix
test-matrix: ## run all tests on QGIS 3.22, 3.40 and 3.44, each in a bare Debian of its own (root)
	tools/test-matrix bookworm bookworm-backports trixie-backports

.PHONY: lint
lint: $(TOOLS)/ready ## check the source with ruff, mypy and flake8-qgis
	$(TOOLS)/bin/ruff check .
	$(TOOLS)/bin/mypy
	$(TOOLS)/bin/flake8 --isolated --select QGS --extend-ignore QGS105,QGS2,QGS402 $(SHIPPED)

.PHONY: mutation
mutation: $(MUTATION)/ready ## change accounting and policy in small ways, and tell what no test notices (MODULES=...)
	tools/mutate $(MODULES)

.PHONY: check-qt6
check-qt6: build/qt6/ready ## check Qt names and translations on a real PyQt6, without QGIS
	build/qt6/bin/python tools/check_qt6.py

.PHONY: fuzz
fuzz: build/fuzz/ready ## fuzz the readers of tables for FUZZ_SECONDS, 60 by default
	build/fuzz/bin/python tools/fuzz_tables.py -max_total_time=$(or $(FUZZ_SECONDS),60)

.PHONY: package
package: $(PACKAGE) ## pack the last commit as the zip that QGIS installs
	@echo $(PACKAGE)

.PHONY: $(PACKAGE)
$(PACKAGE):
	mkdir -p build
	TZ=UTC git archive --format=zip --prefix=ecovoucher/ --output=$@ HEAD

.PHONY: check-package
check-package: ## check the zip as the plugin store does and at work, in a bare Debian of its own (root)
	tools/in-chroot bookworm check-package-here

.PHONY: check-package-here
check-package-here: $(PACKAGE) test-packages $(VENV)/tests-ready $(TOOLS)/ready ## the same on this machine
	rm -rf build/ecovoucher
	$(PYTHON) -m zipfile -e $(PACKAGE) build
	$(TOOLS)/bin/bandit --quiet --recursive build/ecovoucher
	cd build/ecovoucher && find . -type f -exec ../../$(TOOLS)/bin/detect-secrets-hook {} +
	$(TOOLS)/bin/flake8 --isolated --extend-ignore QGS --max-line-length 120 --max-complexity 10 build/ecovoucher
	$(PYTEST) tests/package --package $(PACKAGE)

.PHONY: i18n
i18n: ## update the translation files
	$(PYTHON) tools/update_translations.py

.PHONY: install
install: ## link this folder into the QGIS profile (QGIS_PROFILE=...)
	mkdir -p $(QGIS_PROFILE)/python/plugins
	ln -sfnT $(CURDIR) $(QGIS_PROFILE)/python/plugins/ecovoucher

.PHONY: clean
clean: ## remove everything that make made here
	rm -rf build ecovoucher.egg-info $(VENV) $(TOOLS) $(MUTATION) .hypothesis .mypy_cache .pytest_cache .qgis-settings .ruff_cache
	find . -name __pycache__ -prune -exec rm -r {} +

.PHONY: test-packages
test-packages:
	@tools/install-debian $(TEST_PACKAGES)

build/qt6/ready:
	@tools/install-debian python3-venv
	$(PYTHON) -m venv --clear build/qt6
	build/qt6/bin/python -m pip install --quiet 'PyQt6>=6.5,<7'
	touch $@

build/fuzz/ready:
	@tools/install-debian python3-venv
	$(PYTHON) -m venv --clear build/fuzz
	build/fuzz/bin/python -m pip install --quiet atheris numpy
	touch $@

# NumPy is held at Debian's version, which Debian's GDAL and SciPy are built for.
$(VENV)/tests-ready: tests/requirements.txt
	@tools/install-debian $(UNIT_PACKAGES)
	$(PYTHON) -m venv --clear --system-site-packages $(VENV)
	$(PYTHON) -c 'import numpy; print("numpy==" + numpy.__version__)' > $(VENV)/constraints.txt
	$(VENV)/bin/python -m pip install --quiet --requirement $< --constraint $(VENV)/constraints.txt
	touch $@

# Apart from Debian's packages, so that a verdict is the same on every machine.
$(TOOLS)/ready: tools/requirements.txt
	@tools/install-debian python3-venv
	$(PYTHON) -m venv --clear $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --requirement $<
	touch $@

$(MUTATION)/ready: tools/mutation-requirements.txt
	@tools/install-debian python3-venv
	$(PYTHON) -m venv --clear $(MUTATION)
	$(MUTATION)/bin/python -m pip install --quiet --requirement $<
	touch $@
