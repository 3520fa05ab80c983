CREATE TABLE "tool_reporters" (
	"organisation_id" uuid NOT NULL,
	"tool_id" uuid NOT NULL,
	"day" date NOT NULL,
	"reporter" text NOT NULL,
	"pages" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tool_reporters" ADD CONSTRAINT "tool_reporters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_reporters" ADD CONSTRAINT "tool_reporters_tool_id_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tool_reporters_tool_id_day_reporter_index" ON "tool_reporters" USING btree ("tool_id","day","reporter");