import postgres from "postgres"

type Owner = { organisationId: string; administrationIds: string[] }
type Sql = postgres.Sql

/**
 * Fills a migrated database with so many invoices of an organisation, four of five open, of a twentieth as many customers; about a third
 * was written, some answered, some did not arrive. One customer has a tenth of them all. Their rows are worked out as every writer does.
 */
export async function fillOverview(url: string, owner: Owner, size: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`set session_replication_role = replica`
    await sql`select set_config('casepost.organisation', ${owner.organisationId}, false)`
    await makeCases(sql, owner, size)
    await makeMessages(sql, owner)
    await sql`analyze`
    await sql`select casepost_index_cases('customer', null)`
    await sql`select casepost_refresh_case_rows(array(
      select id from customers union all select id from matters union all select id from invoices))`
    await sql`set session_replication_role = origin`
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

async function makeCases(sql: Sql, { organisationId, administrationIds }: Owner, size: number): Promise<void> {
  const customers = Math.max(20, size / 20)
  await sql`insert into customers (id, organisation_id, administration_id, number, name, do_not_message)
    select gen_random_uuid(), ${organisationId}::uuid, (${administrationIds}::uuid[])[1 + n % ${administrationIds.length}::int], 10000 + n,
      initcap(translate(left(md5(n::text), 8), '0123456789', 'aeiouaeiou')) || (array[' Bouw B.V.', ' Installaties', ' & Zonen', ' Transport'])[1 + n % 4],
      case when n % 50 = 0 then 'Bankrupt' end
    from generate_series(1, ${customers}::int) n`
  await sql`insert into contacts (id, organisation_id, customer_id, name, address)
    select gen_random_uuid(), organisation_id, id, 'Peter Jansen', 'info@k' || number || '.example' from customers where number::int % 17 > 0`
  await sql`insert into invoices (id, organisation_id, administration_id, customer_id, number, amount, open_amount, currency, invoice_date, due_date, state)
    select gen_random_uuid(), c.organisation_id, c.administration_id, c.id, 'VF-' || 2021 + n % 6 || '-' || 100000 + n, 100 + n % 9000, 100 + n % 9000,
      case when n % 40 = 0 then 'USD' else 'EUR' end, current_date - n % 700, current_date - n % 700 + 30, case when n % 5 = 0 then 'paid' else 'open' end
    from generate_series(1, ${size}::int) n
    join (select row_number() over (order by number) as place, * from customers) c
      on c.place = case when n % 10 = 0 then 1 else 1 + n * 17 % ${customers}::int end`
  await sql`insert into matters (id, organisation_id, administration_id, customer_id, number, opened_on)
    select gen_random_uuid(), organisation_id, administration_id, id, 'M-' || number, current_date from customers where number::int % 10 = 0`
  await sql`insert into matter_invoices (organisation_id, matter_id, invoice_id)
    select m.organisation_id, m.id, i.id from matters m cross join lateral (select id from invoices i where i.customer_id = m.customer_id limit 3) i`
}

async function makeMessages(sql: Sql, { organisationId }: Owner): Promise<void> {
  await sql`create unlogged table bench_written as
    select gen_random_uuid() as id, gen_random_uuid() as attempt_id, i.id as case_id, i.customer_id, i.administration_id, n,
      date_trunc('milliseconds', now() - n % 5000 * interval '1 hour') as at, n % 9 = 0 as answered
    from (select row_number() over (order by number) as n, * from invoices) i where n % 3 = 0`
  await sql`insert into messages (id, organisation_id, administration_id, customer_id, case_kind, case_id, direction, author_name, subject, body_html,
      body_text, language, state, left_at, created_at)
    select id, ${organisationId}::uuid, administration_id, customer_id, 'invoice', case_id, 'outgoing', 'Sanne de Wit', 'First reminder', '', '', 'nl',
      'left', at, at from bench_written`
  await sql`insert into attempts (id, organisation_id, message_id, number, state, leaves_at, left_at, by_name, created_at)
    select attempt_id, ${organisationId}::uuid, id, 1, 'left', at, at, 'Sanne de Wit', at from bench_written`
  await sql`insert into recipients (id, organisation_id, message_id, attempt_id, role, kind, name, address, state, state_at)
    select gen_random_uuid(), ${organisationId}::uuid, id, attempt_id, 'to', 'customer', 'Peter Jansen', 'to@bench.example',
      case when n % 60 = 0 then 'bounced' else 'delivered' end, at from bench_written`
  await sql`insert into conversations (organisation_id, case_kind, case_id, administration_id, customer_id, last_message_id, last_at, unread, has_unread)
    select ${organisationId}::uuid, 'invoice', case_id, administration_id, customer_id, id, at, answered::int, answered from bench_written`
}
