DROP INDEX "case_words_words";--> statement-breakpoint
DROP INDEX "case_words_number";--> statement-breakpoint
ALTER TABLE "case_words" ADD COLUMN "customer_id" uuid NOT NULL;--> statement-breakpoint
CREATE INDEX "case_words_customers" ON "case_words" USING gin ("words" gin_trgm_ops) WHERE case_kind = 'customer';--> statement-breakpoint
CREATE INDEX "case_words_open" ON "case_words" USING gin ("words" gin_trgm_ops) WHERE case_kind <> 'customer' and open;--> statement-breakpoint
CREATE INDEX "case_words_settled" ON "case_words" USING gin ("words" gin_trgm_ops) WHERE case_kind <> 'customer' and not open;--> statement-breakpoint
CREATE INDEX "case_words_customer_id_index" ON "case_words" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "case_words_number" ON "case_words" USING btree ("organisation_id","case_kind","open","number" text_pattern_ops);