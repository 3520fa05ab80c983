-- Which invoices of an administration have one of these numbers, in any case and punctuation: thousands of files named after invoices are
-- matched in one query. The organisation is the transaction's, never an argument.
create function casepost_find_invoices(numbers text[], administration uuid)
returns table (found text, invoice_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select n.found, w.case_id
  from (select distinct found, casepost_compact(found) as number from unnest(numbers) found) n
  cross join (values (true), (false)) k (open)
  join case_words w on w.organisation_id = casepost_organisation() and w.case_kind = 'invoice' and w.open = k.open and w.number = n.number
  where n.number <> '' and w.administration_id = administration
$$;
--> statement-breakpoint
revoke execute on function casepost_find_invoices(text[], uuid) from public;
--> statement-breakpoint
grant execute on function casepost_find_invoices(text[], uuid) to casepost_app;
