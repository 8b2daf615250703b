ADDRESS=http://localhost:8000   # where the service is
KEY=fdc_test_…                  # your sandbox key
TRADER=XF…                      # your trader identifier
