curl -sS "$ADDRESS/api/scenarios/net-above-gross?trader=$TRADER" -o wrong.json

curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/json" \
  --data-binary @wrong.json
