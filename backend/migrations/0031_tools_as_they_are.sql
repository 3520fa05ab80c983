CREATE TABLE "tool_sightings" (
	"organisation_id" uuid NOT NULL,
	"tool_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"pages" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "tools_organisation_id_index";--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "address" text NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "administration_by" text DEFAULT 'asked' NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "administration_codes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "reads_cases" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "marks_fields" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "number_patterns" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "pages" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "switched_by" text;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "switched_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tools" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tool_sightings" ADD CONSTRAINT "tool_sightings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_sightings" ADD CONSTRAINT "tool_sightings_tool_id_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tool_sightings_tool_id_day_kind_index" ON "tool_sightings" USING btree ("tool_id","day","kind");--> statement-breakpoint
ALTER TABLE "tools" ADD CONSTRAINT "tools_administration_id_administrations_id_fk" FOREIGN KEY ("administration_id") REFERENCES "public"."administrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tools_organisation_id_address_index" ON "tools" USING btree ("organisation_id","address");