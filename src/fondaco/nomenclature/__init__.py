"""The nomenclature of goods: codes and the tree they form."""
