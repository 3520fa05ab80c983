CREATE TABLE "logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"by_user_id" uuid,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size" integer NOT NULL,
	"file_key" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ALTER COLUMN "state" SET DEFAULT 'waiting';--> statement-breakpoint
ALTER TABLE "bulk_messages" ALTER COLUMN "leaves_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ALTER COLUMN "html" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "customer_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "administration_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "taken_out" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "check" text;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "missing" text[];--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "bulk_message_cases" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "api_key_id" uuid;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "administration_ids" uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "checks" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "scheduled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD COLUMN "saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "logo_id" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "logo_width" integer;--> statement-breakpoint
ALTER TABLE "standard_message_recipients" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "standard_message_recipients" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standard_messages" ADD COLUMN "uses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standard_messages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logos_organisation_id_index" ON "logos" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_logo_id_logos_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."logos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_message_cases_waiting" ON "bulk_message_cases" USING btree ("bulk_message_id","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_message_cases_bulk_message_id_check_index" ON "bulk_message_cases" USING btree ("bulk_message_id","check");--> statement-breakpoint
CREATE INDEX "bulk_messages_under_way" ON "bulk_messages" USING btree ("leaves_at") WHERE state in ('held', 'scheduled', 'sending');