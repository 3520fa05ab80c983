select casepost_wall('case_rows');
--> statement-breakpoint
-- Nobody writes them but the function below.
revoke insert, update, delete on case_rows from casepost_app;
--> statement-breakpoint
-- Works out the rows of these cases again (customers, matters and invoices mixed) and of those above them: an invoice counts in its matters
-- and its customer. Called once in a writer's transaction, when all else is written: it holds the customers' rows in the order of their
-- ids, so two writers wait for each other and neither counts without the other. Only what differs is written.
create function casepost_refresh_case_rows(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  renamed constant uuid[] := array(select c.id from customers c where c.id = any (ids));
  named constant uuid[] := array(select m.id from matters m where m.id = any (ids));
  invoice_ids uuid[] := array(select i.id from invoices i where i.id = any (ids));
  matter_ids constant uuid[] := array(
    select unnest(named) union select mi.matter_id from matter_invoices mi where mi.invoice_id = any (invoice_ids));
  customer_ids uuid[];
begin
  -- What a matter is about now, and what it was about before.
  if cardinality(named) > 0 then
    invoice_ids := array(
      select unnest(invoice_ids)
      union select mi.invoice_id from matter_invoices mi where mi.matter_id = any (named)
      union select r.case_id from case_rows r where r.matter_id = any (named));
  end if;
  customer_ids := array(
    select unnest(renamed)
    union select i.customer_id from invoices i where i.id = any (invoice_ids)
    union select m.customer_id from matters m where m.id = any (matter_ids));
  perform from case_rows r where r.case_id = any (customer_ids) order by r.case_id for no key update;

  insert into case_rows as r (case_id, organisation_id, administration_id, customer_id, case_kind, number, customer_number, customer_name,
    customer_sort, state, open, open_money, open_units, currency, open_invoices, due_date, overdue_from, last_message_id, last_message_at,
    last_sent_at, unread, not_delivered, no_address, do_not_message, matter_id)
  with asked as (
    select 'customer' as kind, c.id, c.id as customer_id, c.number, null::text as state from customers c where c.id = any (customer_ids)
    union all
    select 'matter', m.id, m.customer_id, m.number, m.state from matters m where m.id = any (matter_ids)
    union all
    select 'invoice', i.id, i.customer_id, i.number, i.state from invoices i where i.id = any (invoice_ids)
  ), covered as (
    select a.id, i.currency, i.open_amount, i.due_date, i.state
    from asked a join invoices i on i.customer_id = a.id and i.state = 'open' where a.kind = 'customer'
    union all
    select a.id, i.currency, i.open_amount, i.due_date, i.state
    from asked a join matter_invoices mi on mi.matter_id = a.id join invoices i on i.id = mi.invoice_id where a.kind = 'matter'
    union all
    select a.id, i.currency, i.open_amount, i.due_date, i.state
    from asked a join invoices i on i.id = a.id where a.kind = 'invoice'
  ), by_currency as (
    select id, currency, count(*) filter (where state = 'open') as invoices, sum(open_amount) filter (where state = 'open') as total,
      min(due_date) as due, min(due_date) filter (where state = 'open' and open_amount > 0) as oldest
    from covered group by id, currency
  ), money as (
    select id, sum(invoices)::int as invoices, min(due) as due, min(oldest) as oldest,
      jsonb_agg(jsonb_build_object('amount', total::text, 'currency', currency) order by currency) filter (where invoices > 0) as open,
      max(total) filter (where invoices > 0) as largest,
      case when count(*) filter (where invoices > 0) = 1 then min(currency) filter (where invoices > 0) end as currency
    from by_currency group by id
  ), talks as (
    select a.id, v.case_kind, v.case_id, v.last_message_id, v.last_at, v.unread
    from asked a join conversations v on v.customer_id = a.id where a.kind = 'customer'
    union all
    select a.id, v.case_kind, v.case_id, v.last_message_id, v.last_at, v.unread
    from asked a join conversations v on v.case_kind = a.kind and v.case_id = a.id where a.kind <> 'customer'
    union all
    select a.id, v.case_kind, v.case_id, v.last_message_id, v.last_at, v.unread
    from asked a join matter_invoices mi on mi.matter_id = a.id
    join conversations v on v.case_kind = 'invoice' and v.case_id = mi.invoice_id where a.kind = 'matter'
  ), latest as (
    select distinct on (id) id, last_message_id, last_at from talks order by id, last_at desc, last_message_id desc
  ), waiting as (
    select id, sum(unread)::int as unread from talks group by id
  ), ours as (
    select distinct on (t.id) t.id, m.id as message_id, m.created_at
    from talks t cross join lateral (
      select m.id, m.created_at from messages m
      where m.case_kind = t.case_kind and m.case_id = t.case_id and m.direction = 'outgoing' and m.state <> 'cancelled'
      order by m.created_at desc limit 1) m
    order by t.id, m.created_at desc, m.id desc
  ), sent as (
    select o.id, coalesce(a.leaves_at, o.created_at) as at, coalesce(a.failed, false) as failed
    from ours o left join lateral (
      select a.leaves_at, exists (
        select from recipients p where p.attempt_id = a.id and p.role = 'to'
          and p.state in ('bounced', 'failed', 'suppressed', 'complained', 'unknown')) as failed
      from attempts a where a.message_id = o.message_id and a.state <> 'cancelled'
      order by a.number desc limit 1) a on true
  )
  select a.id, c.organisation_id, c.administration_id, c.id, a.kind, a.number, c.number, c.name, left(casepost_plain(c.name), 60),
    coalesce(a.state, case when m.invoices > 0 then 'open' else 'paid' end), coalesce(a.state = 'open', m.invoices > 0, false),
    coalesce(m.open, '[]'), coalesce((m.largest * 10000)::bigint, 0), m.currency, coalesce(m.invoices, 0),
    case when a.kind = 'invoice' then m.due else m.oldest end, m.oldest, l.last_message_id, l.last_at, s.at, coalesce(w.unread, 0),
    coalesce(s.failed, false),
    not exists (select from contacts p where p.customer_id = c.id and p.purpose = 'general' and p.address is not null),
    c.do_not_message is not null,
    case when a.kind = 'invoice' then (select mi.matter_id from matter_invoices mi where mi.invoice_id = a.id and mi.open) end
  from asked a
  join customers c on c.id = a.customer_id
  left join money m on m.id = a.id
  left join latest l on l.id = a.id
  left join waiting w on w.id = a.id
  left join sent s on s.id = a.id
  order by a.id
  on conflict (case_id) do update set
    number = excluded.number, customer_number = excluded.customer_number, customer_name = excluded.customer_name,
    customer_sort = excluded.customer_sort, state = excluded.state, open = excluded.open, open_money = excluded.open_money,
    open_units = excluded.open_units, currency = excluded.currency, open_invoices = excluded.open_invoices, due_date = excluded.due_date,
    overdue_from = excluded.overdue_from, last_message_id = excluded.last_message_id, last_message_at = excluded.last_message_at,
    last_sent_at = excluded.last_sent_at, unread = excluded.unread, not_delivered = excluded.not_delivered,
    no_address = excluded.no_address, do_not_message = excluded.do_not_message, matter_id = excluded.matter_id
  where (r.number, r.customer_number, r.customer_name, r.state, r.open, r.open_money, r.currency, r.open_invoices, r.due_date,
      r.overdue_from, r.last_message_id, r.last_message_at, r.last_sent_at, r.unread, r.not_delivered, r.no_address, r.do_not_message,
      r.matter_id)
    is distinct from (excluded.number, excluded.customer_number, excluded.customer_name, excluded.state, excluded.open,
      excluded.open_money, excluded.currency, excluded.open_invoices, excluded.due_date, excluded.overdue_from,
      excluded.last_message_id, excluded.last_message_at, excluded.last_sent_at, excluded.unread, excluded.not_delivered,
      excluded.no_address, excluded.do_not_message, excluded.matter_id);

  -- What matters and invoices carry of their customer.
  update case_rows r set customer_number = o.number, customer_name = o.customer_name, customer_sort = o.customer_sort,
    no_address = o.no_address, do_not_message = o.do_not_message
  from case_rows o
  where o.case_id = any (renamed) and r.customer_id = o.case_id and r.case_id <> o.case_id
    and (r.customer_number, r.customer_name, r.no_address, r.do_not_message)
      is distinct from (o.number, o.customer_name, o.no_address, o.do_not_message);
end $$;
--> statement-breakpoint
revoke execute on function casepost_refresh_case_rows(uuid[]) from public;
--> statement-breakpoint
grant execute on function casepost_refresh_case_rows(uuid[]) to casepost_app, casepost_portal, casepost_system;
--> statement-breakpoint
select casepost_refresh_case_rows(array(select id from customers union all select id from matters union all select id from invoices));
