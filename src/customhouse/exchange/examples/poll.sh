curl -sS "$ADDRESS/api/notifications?after=0&limit=100" \
  -H "Authorization: Bearer $KEY"
