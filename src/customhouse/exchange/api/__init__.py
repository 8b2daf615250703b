"""The API's doors: each route reads a request, calls one action or query, and answers plainly."""
