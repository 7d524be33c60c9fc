#!/usr/bin/env bash
# A client that is only curl: curl.sh LIAISONCTL VERSION. Users and a private group are made, invited with an unknown
# name among them, read by pages, archived, refused, rate limited and waited out, kicked; the last owner is kept. What
# the releases do differently is checked by name. R74
set -euo pipefail
binary=$1 version=$2
export no_proxy='*'
folder=$(mktemp -d)
"$binary" sandbox --fresh --no-2fa --chat-version "$version" >"$folder/ready" &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
for _ in $(seq 200); do grep -q control "$folder/ready" && break; sleep 0.05; done
base=$(tr -d '\n ' <"$folder/ready" | sed 's/.*"rocketchat":{[^}]*"url":"\([^"]*\)".*/\1/')
control=$(tr -d '\n ' <"$folder/ready" | sed 's/.*"control":"\([^"]*\)".*/\1/')
auth=()

fail() { echo "FAILED ($version): $*" >&2; cat "$folder/body" >&2; exit 1; }
# call METHOD PATH [BODY]: the status in $status, the answer in $folder/body
call() {
  local data=()
  [ $# -gt 2 ] && data=(-H 'Content-Type: application/json' -d "$3")
  status=$(curl -s -o "$folder/body" -D "$folder/headers" -w '%{http_code}' -X "$1" ${auth[@]+"${auth[@]}"} ${data[@]+"${data[@]}"} "$base/api/v1/$2")
}
# expect STATUS PATTERN
expect() {
  [ "$status" = "$1" ] || fail "status $status, expected $1"
  grep -q "$2" "$folder/body" || fail "expected $2"
}
field() { sed 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/' "$folder/body"; }
sign_in() {
  auth=()
  call POST login "{\"user\":\"$1\",\"password\":\"$2\"}"
  expect 200 authToken
  auth=(-H "X-Auth-Token: $(field authToken)" -H "X-User-Id: $(field userId)")
}

call POST users.register '{"username":"root","email":"root@example.org","pass":"p-root","name":"Root"}'
expect 200 '"admin"'
sign_in root p-root
names=""
for i in $(seq 70); do
  call POST users.create "{\"username\":\"u$i\",\"name\":\"U $i\",\"email\":\"u$i@example.org\",\"password\":\"p-u$i\"}"
  expect 200 '"success":true'
  names="$names\"u$i\","
done
call POST groups.create '{"name":"course.1","members":["u1"]}'
expect 200 '"course.1"'
room=$(sed 's/.*"group":{"_id":"\([^"]*\)".*/\1/' "$folder/body")

# Unknown names vanish, and the answer does not say so.
call POST groups.invite "{\"roomId\":\"$room\",\"usernames\":[${names}\"nobody\"]}"
expect 200 '"usersCount":71'
call POST groups.invite "{\"roomId\":\"$room\",\"usernames\":[\"nobody\"]}"
expect 400 error-empty-invite-list
call POST groups.invite "{\"roomId\":\"$room\",\"userId\":\"x\",\"why\":\"y\"}"
case $version in
  8.8 | 9.0) expect 400 invalid-params ;;
  *) expect 400 error-empty-invite-list ;;
esac

call GET "groups.members?roomId=$room"
expect 200 '"count":50,.*"total":71'
call GET "groups.members?roomId=$room&offset=50&count=500"
expect 200 '"count":21,.*"total":71'
call GET "rooms.membersOrderedByRole?roomId=$room&count=1"
case $version in
  6.8) expect 200 '<html>' ;;
  *) expect 200 '"roles":\["owner"\]' ;;
esac

call POST groups.archive "{\"roomId\":\"$room\"}"
expect 200 '"success":true'
call GET "groups.members?roomId=$room"
expect 400 error-room-archived
call POST groups.unarchive "{\"roomId\":\"$room\"}"
expect 200 '"success":true'

call POST groups.removeOwner "{\"roomId\":\"$room\",\"userId\":\"$(printf '%s' "${auth[3]}" | sed 's/.*: //')\"}"
expect 400 error-remove-last-owner
call POST groups.kick "{\"roomId\":\"$room\",\"username\":\"u70\"}"
expect 200 '"success":true'
call GET "groups.members?roomId=$room&count=1"
expect 200 '"total":70'
call GET groups.kick
expect 405 'API endpoint does not exist'

# No rights, no session: a code per release.
sign_in u1 p-u1
call POST groups.kick "{\"roomId\":\"$room\",\"username\":\"u2\"}"
case $version in
  9.0) expect 403 error-forbidden ;;
  *) expect 400 error-not-allowed ;;
esac
for _ in $(seq 10); do call GET me; done
call GET me
expect 429 error-too-many-requests
grep -qi '^x-ratelimit-reset: [0-9]\{13\}' "$folder/headers" || fail "no reset in milliseconds"
wait=$(sed 's/.*wait \([0-9]*\) seconds.*/\1/' "$folder/body")
curl -s -o /dev/null -d "{\"advance\":$((wait + 1))}" "$control/clock"
call GET me
expect 200 '"u1"'
auth=()
call GET me
case $version in
  9.0) expect 401 '^{"error":"You must be logged in to do this.","success":false}$' ;;
  8.8) expect 401 '"status":"error","success":false' ;;
  *) expect 401 '^{"message":"You must be logged in to do this.","status":"error"}$' ;;
esac
echo "$version: $(curl -s "$control/requests" | grep -o '"n":' | wc -l) requests, all as expected"
