ALTER TABLE "bulk_messages" ADD COLUMN "checked_to" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "results" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "counted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "test_mails" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "tested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bulk_message_id" uuid;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "bulk_message_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "files_in_portal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "bulk_messages_halted" ON "bulk_messages" USING btree ("id") WHERE state in ('paused', 'stopped');--> statement-breakpoint
CREATE INDEX "bulk_messages_unchecked" ON "bulk_messages" USING btree ("saved_at") WHERE state = 'writing' and checked_to < total;--> statement-breakpoint
CREATE INDEX "mails_of_bulk" ON "mails" USING btree ("bulk_message_id","state") WHERE state in ('queued', 'frozen');--> statement-breakpoint
CREATE INDEX "attempts_of_bulk" ON "attempts" USING btree ("bulk_message_id") WHERE state = 'waiting';