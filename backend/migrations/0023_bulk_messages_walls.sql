-- What search reads about many messages that were just written or taken back, in one go: a bulk message's.
create function casepost_index_messages(indexed uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from message_words w using messages m
  where m.id = any (indexed) and w.message_id = m.id and m.state = 'cancelled' and m.organisation_id = casepost_organisation();
  insert into message_words (message_id, organisation_id, administration_id, case_kind, case_id, customer_id, words)
  select m.id, m.organisation_id, m.administration_id, m.case_kind, m.case_id, m.customer_id,
    concat_ws(' ', m.subject, m.body_text, m.author_name, c.name, c.number, i.number, x.number)
  from messages m
  join customers c on c.id = m.customer_id
  left join invoices i on m.case_kind = 'invoice' and i.id = m.case_id
  left join matters x on m.case_kind = 'matter' and x.id = m.case_id
  where m.id = any (indexed) and m.state <> 'cancelled' and m.organisation_id = casepost_organisation()
  on conflict (message_id) do nothing
$$;
--> statement-breakpoint
revoke execute on function casepost_index_messages(uuid[]) from public;
--> statement-breakpoint
grant execute on function casepost_index_messages(uuid[]) to casepost_app;
--> statement-breakpoint
-- Housekeeping throws away what was begun long ago and never sent.
grant delete on bulk_messages to casepost_system;
