"""How things are shown: templates, formats, labels, lists, charts; it knows no desk."""
