curl -sS "$ADDRESS/api/scenarios/forced-red?trader=$TRADER" -o other.json

curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: order-77" \
  --data-binary @other.json
