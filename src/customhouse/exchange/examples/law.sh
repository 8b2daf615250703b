curl -sS "$ADDRESS/api/law"
