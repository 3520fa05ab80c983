-- Sessions are looked up, kept alive and ended by the system; it can make none.
grant select, update (expires_at, updated_at), delete on sessions to casepost_system;
--> statement-breakpoint
-- Invitations and the set-up link make people; passwords are written once here and never read back.
grant insert, update (name, email_verified, updated_at) on users to casepost_system;
--> statement-breakpoint
grant select (user_id, provider_id), insert on accounts to casepost_system;
--> statement-breakpoint
grant select (id, expires_at), delete on verifications to casepost_system;
