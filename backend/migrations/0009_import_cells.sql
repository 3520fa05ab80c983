ALTER TABLE "import_rows" ADD COLUMN "cells" jsonb;--> statement-breakpoint
-- A matter's timeline shows what was written about the invoices it is about: adds what is missing and takes away what left with an invoice.
-- With the rights of whoever calls: the caller's own rows only.
create function casepost_show_under_matters(shown uuid[]) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  delete from entries e where e.case_kind = 'matter' and e.case_id = any (shown)
    and exists (select from entries o where o.thing_id = e.thing_id and o.case_kind = 'invoice'
      and not exists (select from matter_invoices mi where mi.matter_id = e.case_id and mi.invoice_id = o.case_id));
  insert into entries (id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at)
  select gen_random_uuid(), o.organisation_id, o.administration_id, 'matter', mi.matter_id, o.thing_kind, o.thing_id, o.at
  from matter_invoices mi
  join entries o on o.case_kind = 'invoice' and o.case_id = mi.invoice_id
  where mi.matter_id = any (shown)
    and not exists (select from entries e where e.case_kind = 'matter' and e.case_id = mi.matter_id and e.thing_id = o.thing_id);
end $$;
--> statement-breakpoint
revoke execute on function casepost_show_under_matters(uuid[]) from public;
--> statement-breakpoint
grant execute on function casepost_show_under_matters(uuid[]) to casepost_app;
