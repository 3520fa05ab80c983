select casepost_wall('logos');
--> statement-breakpoint
-- Whoever opens a mail asks for its logo: before any organisation is known.
select casepost_system_may('logos', 'select');
