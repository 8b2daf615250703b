curl -sS "$ADDRESS/api/webhooks" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  -d '{"url": "https://hooks.example.com/customs", "topics": ["declaration.released"]}'
