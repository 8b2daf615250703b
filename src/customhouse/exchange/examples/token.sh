PUBLIC=$(echo "$KEY" | cut -d_ -f3)

curl -sS "$ADDRESS/oauth/token" -u "$PUBLIC:$KEY" \
  -d grant_type=client_credentials -d scope=declarations:read
