"""The only readers of the declarations desk."""
