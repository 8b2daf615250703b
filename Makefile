# Every command of the project. Each works from a fresh clone, as root and as a user, and asks
# nothing; each needs python3, make and the package registries, and no more.

PYTHON ?= python3

.PHONY: help run test lint bench nightly suite docs screenshots setup database manage clean

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: ## Set up and run everything; prints an address and how to sign in; Ctrl-C stops it
	@$(PYTHON) -m house.run

setup: ## Set up everything a developer needs, and stop there
	@$(PYTHON) -m house.setup --packages development

database: ## Serve the database alone, printing its addresses; Ctrl-C stops it
	@$(PYTHON) -m house.postgres

manage: ## Run one command of manage.py over its database: make manage DO="verify_log"
	@$(PYTHON) -m house.manage $(DO)

test: ## Set up and run every test, those in the browser included
	@$(PYTHON) -m house.check test

lint: ## Check style, types, the architecture's sentences, and that the documentation builds
	@$(PYTHON) -m house.check lint

bench: ## Measure speed and memory; prints a table, writes JSON
	@$(PYTHON) -m house.check bench

nightly: ## What is too slow for every change: long fault and fuzz runs, benchmarks, known holes
	@$(PYTHON) -m house.check nightly

suite: ## Run one external suite over data elsewhere: make suite NAME=cds-read DATA=../shared/data
	@$(PYTHON) -m house.check suite --name "$(NAME)" --data "$(DATA)"

docs: ## Build the documentation into site/
	@$(PYTHON) -m house.check docs

screenshots: ## Take a picture of every page, wide and phone, in every language
	@$(PYTHON) -m house.check screenshots

clean: ## Delete everything the house made, the database with its data too
	@$(PYTHON) -m house.clean
