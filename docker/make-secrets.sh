#!/bin/sh
# Makes the secrets of docker/compose.yml once; those that are there stay. Keep a copy somewhere safe:
# without secret_key the list of those who want no messages is of no use after a restore.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
# Nobody else on this host may enter the folder. The files can be read by the users inside of the containers.
chmod 700 secrets
for name in secret_key mysql_root_password mysql_migrate_password mysql_app_password redis_password metrics_token; do
  [ -s "secrets/$name" ] && continue
  head -c 32 /dev/urandom | base64 | tr -d '+/=\n' > "secrets/$name"
  chmod 444 "secrets/$name"
done
echo "Secrets are in $(pwd)/secrets"
