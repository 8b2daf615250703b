curl -sS "$ADDRESS/api/openapi.yaml" -o openapi.yaml
curl -sS "$ADDRESS/api/schemas/declaration.json" -o declaration.schema.json
curl -sS "$ADDRESS/api/scenarios"
