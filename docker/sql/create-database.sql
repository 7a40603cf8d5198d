-- The database and its two users, on MySQL 8.0 or MariaDB 10.11 and newer. Change both passwords, and '%' to
-- the address of the product's host where you can.
--   mysql -u root -p < docker/sql/create-database.sql
CREATE DATABASE IF NOT EXISTS prima CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who migrates: `npm run migrate`, at the installation and at every upgrade.
CREATE USER IF NOT EXISTS 'prima_migrate'@'%' IDENTIFIED BY 'change-me-migrate';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER ON prima.* TO 'prima_migrate'@'%';

-- The running product (MIGRATIONS=wait): rows, and nothing else.
CREATE USER IF NOT EXISTS 'prima'@'%' IDENTIFIED BY 'change-me-app';
GRANT SELECT, INSERT, UPDATE, DELETE ON prima.* TO 'prima'@'%';
