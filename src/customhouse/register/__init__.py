"""The register: traders, authorisations, mandates."""
