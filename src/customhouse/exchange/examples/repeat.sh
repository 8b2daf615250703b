curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: order-77" \
  --data-binary @first.json
