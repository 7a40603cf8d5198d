#!/bin/sh
# The MySQL image runs this once, on an empty data folder: the user of the running product, who may read and
# write rows and nothing else. MYSQL_USER, who migrates, was given everything on the database already.
set -eu
password=$(sed "s/[\\\\']/\\\\&/g" /run/secrets/mysql_app_password)
mysql --protocol=socket -u root -p"$(cat /run/secrets/mysql_root_password)" <<SQL
CREATE USER IF NOT EXISTS 'prima'@'%' IDENTIFIED BY '$password';
GRANT SELECT, INSERT, UPDATE, DELETE ON prima.* TO 'prima'@'%';
SQL
