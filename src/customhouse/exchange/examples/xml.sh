curl -sS "$ADDRESS/api/scenarios/accepted-xml?trader=$TRADER" -o message.xml

curl -sS "$ADDRESS/api/declarations" \
  -H "Authorization: Bearer $KEY" \
  -H "Content-Type: application/xml" \
  -H "Accept: application/xml" \
  --data-binary @message.xml
