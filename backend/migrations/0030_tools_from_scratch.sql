ALTER TABLE "tools" DROP COLUMN "address_pattern";--> statement-breakpoint
ALTER TABLE "tools" DROP COLUMN "rules";--> statement-breakpoint
ALTER TABLE "tools" DROP COLUMN "health";