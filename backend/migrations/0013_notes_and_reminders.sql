DROP INDEX "reminders_at_index";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "notify_on_mention" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "note_recipients" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "mentions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "state" text DEFAULT 'scheduled' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "state_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "set_by_user_id" uuid;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "set_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "note_recipients_held" ON "note_recipients" USING btree ("state_at") WHERE state = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "notes_one_a_draft" ON "notes" USING btree ("draft_id") WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("at") WHERE state = 'scheduled';