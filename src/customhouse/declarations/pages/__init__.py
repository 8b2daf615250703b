"""The traders' pages: desk, lists, the declaration, its papers, a new one."""
