-- What was said about an invoice shows under its matters. A matter often comes later than the first messages, and an import may move
-- invoices in and out of it: entries follow the link, here, because `cases` writes the links and lies below `entries`.
create function casepost_show_linked_entries() returns trigger language plpgsql as $$
begin
  insert into entries (id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at)
  select gen_random_uuid(), e.organisation_id, e.administration_id, 'matter', l.matter_id, e.thing_kind, e.thing_id, e.at
  from linked l join entries e on e.case_kind = 'invoice' and e.case_id = l.invoice_id
  where not exists (
    select from entries known where known.case_kind = 'matter' and known.case_id = l.matter_id and known.thing_id = e.thing_id);
  return null;
end $$;
--> statement-breakpoint
create function casepost_hide_unlinked_entries() returns trigger language plpgsql as $$
begin
  delete from entries e using unlinked u
  where e.case_kind = 'matter' and e.case_id = u.matter_id and exists (
    select from entries own where own.case_kind = 'invoice' and own.case_id = u.invoice_id and own.thing_id = e.thing_id);
  return null;
end $$;
--> statement-breakpoint
create trigger show_linked_entries after insert on matter_invoices
  referencing new table as linked for each statement execute function casepost_show_linked_entries();
--> statement-breakpoint
create trigger hide_unlinked_entries after delete on matter_invoices
  referencing old table as unlinked for each statement execute function casepost_hide_unlinked_entries();
