ALTER TABLE "bulk_messages" DROP COLUMN "idempotency_key";--> statement-breakpoint
ALTER TABLE "bulk_messages" DROP COLUMN "counts";