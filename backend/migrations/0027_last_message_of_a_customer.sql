DROP INDEX "messages_customer_id_index";--> statement-breakpoint
CREATE INDEX "messages_customer_id_created_at_index" ON "messages" USING btree ("customer_id","created_at");--> statement-breakpoint
-- As before, but each row is worked out by itself through indexes: a customer with thousands of conversations costs no more than one with
-- few, and no guess of the planner makes many cases cost more than each of them.
create or replace function casepost_refresh_case_rows(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
  )
  select a.id, c.organisation_id, c.administration_id, c.id, a.kind, a.number, c.number, c.name, left(casepost_plain(c.name), 60),
    coalesce(a.state, case when m.invoices > 0 then 'open' else 'paid' end), coalesce(a.state = 'open', m.invoices > 0, false),
    coalesce(m.open, '[]'), coalesce((m.largest * 10000)::bigint, 0), m.currency, coalesce(m.invoices, 0),
    case when a.kind = 'invoice' then m.due else m.oldest end, m.oldest, l.id, l.created_at, coalesce(s.leaves_at, o.created_at),
    coalesce(w.unread, 0), coalesce(s.failed, false),
    not exists (select from contacts p where p.customer_id = c.id and p.purpose = 'general' and p.address is not null),
    c.do_not_message is not null,
    case when a.kind = 'invoice' then (select mi.matter_id from matter_invoices mi where mi.invoice_id = a.id and mi.open) end
  from asked a
  join customers c on c.id = a.customer_id
  -- What it covers, by currency.
  left join lateral (
    select sum(invoices)::int as invoices, min(due) as due, min(oldest) as oldest,
      jsonb_agg(jsonb_build_object('amount', total::text, 'currency', currency) order by currency) filter (where invoices > 0) as open,
      max(total) filter (where invoices > 0) as largest,
      case when count(*) filter (where invoices > 0) = 1 then min(currency) filter (where invoices > 0) end as currency
    from (
      select currency, count(*) filter (where state = 'open') as invoices, sum(open_amount) filter (where state = 'open') as total,
        min(due_date) as due, min(due_date) filter (where state = 'open' and open_amount > 0) as oldest
      from (
        select i.currency, i.open_amount, i.due_date, i.state from invoices i
        where a.kind = 'customer' and i.customer_id = a.id and i.state = 'open'
        union all
        select i.currency, i.open_amount, i.due_date, i.state from matter_invoices mi join invoices i on i.id = mi.invoice_id
        where a.kind = 'matter' and mi.matter_id = a.id
        union all
        select i.currency, i.open_amount, i.due_date, i.state from invoices i where a.kind = 'invoice' and i.id = a.id) covered
      group by currency) by_currency) m on true
  left join lateral (
    select sum(v.unread)::int as unread from (
      select v.unread from conversations v where a.kind = 'customer' and v.customer_id = a.id and v.has_unread
      union all
      select v.unread from conversations v where a.kind <> 'customer' and v.case_kind = a.kind and v.case_id = a.id
      union all
      select v.unread from matter_invoices mi join conversations v on v.case_kind = 'invoice' and v.case_id = mi.invoice_id
      where a.kind = 'matter' and mi.matter_id = a.id) v) w on true
  -- The last message, and our last one. A customer may have thousands of conversations: hers are looked up by themselves.
  left join lateral (
    select m.id, m.created_at from (
      (select m.id, m.created_at from messages m where a.kind = 'customer' and m.customer_id = a.id and m.state <> 'cancelled'
        order by m.created_at desc, m.id desc limit 1)
      union all
      (select m.id, m.created_at from messages m
        where a.kind <> 'customer' and m.case_kind = a.kind and m.case_id = a.id and m.state <> 'cancelled'
        order by m.created_at desc, m.id desc limit 1)
      union all
      (select m.id, m.created_at from matter_invoices mi cross join lateral (
          select m.id, m.created_at from messages m where m.case_kind = 'invoice' and m.case_id = mi.invoice_id and m.state <> 'cancelled'
          order by m.created_at desc, m.id desc limit 1) m
        where a.kind = 'matter' and mi.matter_id = a.id)) m
    order by m.created_at desc, m.id desc limit 1) l on true
  left join lateral (
    select m.id, m.created_at from (
      (select m.id, m.created_at from messages m
        where a.kind = 'customer' and m.customer_id = a.id and m.direction = 'outgoing' and m.state <> 'cancelled'
        order by m.created_at desc, m.id desc limit 1)
      union all
      (select m.id, m.created_at from messages m
        where a.kind <> 'customer' and m.case_kind = a.kind and m.case_id = a.id and m.direction = 'outgoing' and m.state <> 'cancelled'
        order by m.created_at desc, m.id desc limit 1)
      union all
      (select m.id, m.created_at from matter_invoices mi cross join lateral (
          select m.id, m.created_at from messages m
          where m.case_kind = 'invoice' and m.case_id = mi.invoice_id and m.direction = 'outgoing' and m.state <> 'cancelled'
          order by m.created_at desc, m.id desc limit 1) m
        where a.kind = 'matter' and mi.matter_id = a.id)) m
    order by m.created_at desc, m.id desc limit 1) o on true
  left join lateral (
    select t.leaves_at, exists (
      select from recipients p where p.attempt_id = t.id and p.role = 'to'
        and p.state in ('bounced', 'failed', 'suppressed', 'complained', 'unknown')) as failed
    from attempts t where t.message_id = o.id and t.state <> 'cancelled' order by t.number desc limit 1) s on true
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
