CREATE TABLE "case_rows" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"case_kind" text NOT NULL,
	"number" text NOT NULL,
	"customer_number" text NOT NULL,
	"customer_name" text NOT NULL,
	"customer_sort" text NOT NULL,
	"state" text NOT NULL,
	"open" boolean NOT NULL,
	"open_money" jsonb NOT NULL,
	"open_units" bigint NOT NULL,
	"currency" char(3),
	"open_invoices" integer NOT NULL,
	"due_date" date,
	"overdue_from" date,
	"last_message_id" uuid,
	"last_message_at" timestamp (3) with time zone,
	"last_sent_at" timestamp (3) with time zone,
	"unread" integer NOT NULL,
	"not_delivered" boolean NOT NULL,
	"no_address" boolean NOT NULL,
	"do_not_message" boolean NOT NULL,
	"matter_id" uuid
);
--> statement-breakpoint
ALTER TABLE "case_rows" ADD CONSTRAINT "case_rows_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_rows_by_number" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_by_customer" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","customer_sort","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_by_open" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","open_units","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_by_due" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","due_date","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_by_overdue" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","overdue_from","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_by_last_message" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind","open","last_message_at","number","case_id");--> statement-breakpoint
CREATE INDEX "case_rows_unread" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind") WHERE unread > 0;--> statement-breakpoint
CREATE INDEX "case_rows_not_delivered" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind") WHERE not_delivered;--> statement-breakpoint
CREATE INDEX "case_rows_no_address" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind") WHERE no_address;--> statement-breakpoint
CREATE INDEX "case_rows_do_not_message" ON "case_rows" USING btree ("organisation_id","administration_id","case_kind") WHERE do_not_message;--> statement-breakpoint
CREATE INDEX "case_rows_customer_id_index" ON "case_rows" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "case_rows_of_matter" ON "case_rows" USING btree ("matter_id") WHERE matter_id is not null;