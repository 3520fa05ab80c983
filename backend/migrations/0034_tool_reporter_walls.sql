select casepost_wall('tool_reporters');
--> statement-breakpoint
-- Housekeeping throws away what is old, in every organisation.
select casepost_system_may('tool_sightings', 'select, delete');
--> statement-breakpoint
select casepost_system_may('tool_reporters', 'select, delete');
