curl -sS "$ADDRESS/api/scenarios/forced-green?trader=$TRADER" -o first.json

curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: order-77" \
  --data-binary @first.json | tee answer.json
