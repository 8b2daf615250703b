for file in first.json other.json; do
  tr -d '\n' < "$file"; echo
done > batch.ndjson

curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/x-ndjson" \
  -H "Idempotency-Key: evening-batch" \
  --data-binary @batch.ndjson
