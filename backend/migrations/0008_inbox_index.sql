DROP INDEX "conversations_by_time";--> statement-breakpoint
DROP INDEX "conversations_by_unread";--> statement-breakpoint
CREATE INDEX "conversations_inbox" ON "conversations" USING btree ("organisation_id","administration_id","case_kind","has_unread","last_at" DESC NULLS FIRST,"case_id" DESC NULLS FIRST);