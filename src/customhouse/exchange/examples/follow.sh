MRN=$(python3 -c 'import json; print(json.load(open("answer.json"))["mrn"])')

curl -sS "$ADDRESS/api/declarations/$MRN" \
  -H "Authorization: Bearer $KEY" \
  -H "Accept-Language: fr"
