-- The audit is only ever added to: MySQL or MariaDB then refuse to alter and to remove entries. `npm run migrate`
-- makes these two triggers by itself where its user may (TRIGGER, and on a server with a binary log
-- log_bin_trust_function_creators=1). Where `npm run audit:verify` says that they are missing:
--   mysql -u root -p prima < docker/sql/guard-audit.sql
CREATE TRIGGER IF NOT EXISTS tr_audit_entries_no_update BEFORE UPDATE ON audit_entries
  FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit is only ever added to';
CREATE TRIGGER IF NOT EXISTS tr_audit_entries_no_delete BEFORE DELETE ON audit_entries
  FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit is only ever added to';
