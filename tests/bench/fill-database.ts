import postgres from "postgres"

/** Whose rows are made. */
type Owner = { organisationId: string; administrationIds: string[]; userId: string }

/**
 * Fills a migrated database with so many messages of an organisation: five years of them, two of three outgoing, over customers, matters
 * and invoices in proportion; one customer has a twentieth of them all. Written by SQL: through the deeds it would take hours.
 */
export async function fillDatabase(url: string, owner: Owner, size: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    // Foreign keys are right by construction, and checking them row by row takes most of the time.
    await sql`set session_replication_role = replica`
    await sql`select set_config('casepost.organisation', ${owner.organisationId}, false)`
    await makeTexts(sql)
    await makeCases(sql, owner, size)
    await makeMessages(sql, owner, size)
    await indexMessages(sql)
    await sql`select casepost_index_cases('customer', null)`
    await sql`set session_replication_role = origin`
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

type Sql = postgres.Sql

/** 2,000 texts of 40 words, of which few are common and many rare, as in any language. */
async function makeTexts(sql: Sql): Promise<void> {
  await sql`create unlogged table bench_words as
    select n, left(translate(md5(n::text), '0123456789', 'aeiouaeiou'), 3 + n % 8) as word from generate_series(1, 3000) n`
  await sql`create unlogged table bench_texts as
    select t.n, string_agg(w.word, ' ') || case when t.n % 3 = 0 then ' factuur' else '' end
      || case when t.n % 100 = 0 then ' levering' else '' end as text
    from (select n, 1 + floor(3000 * power(random(), 3))::int as pick from generate_series(1, 2000) n, generate_series(1, 40)) t
    join bench_words w on w.n = t.pick group by t.n`
}

async function makeCases(sql: Sql, owner: Owner, size: number): Promise<void> {
  const { organisationId, administrationIds } = owner
  const [customers, matters, invoices] = [Math.max(20, size / 50), Math.max(5, size / 200), Math.max(60, size / 10)]
  await sql`insert into customers (id, organisation_id, administration_id, number, name)
    select gen_random_uuid(), ${organisationId}::uuid, (${administrationIds}::uuid[])[1 + s.n % ${administrationIds.length}::int],
      'C-' || 10000 + s.n, initcap(a.word) || ' ' || initcap(b.word) || ' B.V.'
    from generate_series(1, ${customers}::int) s(n)
    join bench_words a on a.n = 1 + s.n * 7 % 3000 join bench_words b on b.n = 1 + s.n / 3000 + s.n * 13 % 2000`
  await sql`insert into contacts (id, organisation_id, customer_id, name, address)
    select gen_random_uuid(), organisation_id, id, 'Peter Jansen', 'info@' || lower(number) || '.example' from customers
    where organisation_id = ${organisationId}`
  await sql`create unlogged table bench_customers as
    select row_number() over (order by number) as n, * from customers where organisation_id = ${organisationId}`
  await sql`insert into matters (id, organisation_id, administration_id, customer_id, number, opened_on)
    select gen_random_uuid(), c.organisation_id, c.administration_id, c.id, 'M-' || 1000 + s.n, current_date
    from generate_series(1, ${matters}::int) s(n) join bench_customers c on c.n = 1 + s.n * 31 % ${customers}::int`
  await sql`insert into invoices (id, organisation_id, administration_id, customer_id, number, amount, open_amount, currency, invoice_date, due_date, state)
    select gen_random_uuid(), c.organisation_id, c.administration_id, c.id, 'VF-' || 2021 + s.n % 6 || '-' || 100000 + s.n, 100, 100, 'EUR',
      current_date - s.n % 900, current_date - s.n % 900 + 30, case when s.n % 8 = 0 then 'open' else 'paid' end
    from generate_series(1, ${invoices}::int) s(n) join bench_customers c on c.n = 1 + s.n * 17 % ${customers}::int`
  await sql`create unlogged table bench_cases as
    select row_number() over (order by place, number) as n, * from (
      select 0 as place, 'customer' as kind, id, id as customer_id, administration_id, number from bench_customers where n = 1
      union all select 1, 'invoice', i.id, customer_id, i.administration_id, i.number from invoices i where i.organisation_id = ${organisationId}
      union all select 2, 'matter', m.id, customer_id, m.administration_id, m.number from matters m where m.organisation_id = ${organisationId}
      union all select 3, 'customer', id, id, administration_id, number from bench_customers where n > 1) c`
  await sql`create index on bench_cases (n)`
}

async function makeMessages(sql: Sql, owner: Owner, size: number): Promise<void> {
  const { organisationId, userId } = owner
  const [counted] = await sql<{ cases: number }[]>`select count(*)::int as cases from bench_cases`
  const cases = counted?.cases ?? 1
  await sql`create unlogged table bench_messages as
    select uuidv7(m.at - clock_timestamp()) as id, m.*, c.kind, c.id as case_id, c.customer_id, c.administration_id, c.number, t.text
    from (
      select n, date_trunc('milliseconds', now() - (${size}::int - n) * interval '5 years' / ${size}::int) as at, n % 3 = 0 as incoming, random() as chance,
        case when n % 20 = 0 then 1 else 1 + floor(power(random(), 1.5) * ${cases}::int)::int end as pick, 1 + floor(random() * 2000)::int as words
      from generate_series(1, ${size}::int) n) m
    join bench_cases c on c.n = m.pick join bench_texts t on t.n = m.words`
  await sql`insert into messages (id, organisation_id, administration_id, customer_id, case_kind, case_id, direction, author_user_id, author_name, via,
      subject, body_html, body_text, from_name, from_address, language, state, left_at, created_at)
    select id, ${organisationId}::uuid, administration_id, customer_id, kind, case_id, case when incoming then 'incoming' else 'outgoing' end,
      case when not incoming then ${userId}::uuid end, case when incoming then 'Peter Jansen' else 'Sanne de Wit' end,
      case when incoming then 'portal' end, 'About ' || number, '<p>' || body || '</p><p>Kind regards</p>', body, 'Sanne de Wit via Bench',
      'bench@bench.example', 'nl', 'left', at, at
    from (select *, text || case when n % ${Math.floor(size / 20)}::int = 7 then ' zeldzaam' else '' end as body from bench_messages) b`
  await sql`insert into attempts (id, organisation_id, message_id, number, state, leaves_at, left_at, by_name, created_at)
    select gen_random_uuid(), ${organisationId}::uuid, id, 1, 'left', at, at, 'Sanne de Wit', at from bench_messages where not incoming`
  await sql`insert into recipients (id, organisation_id, message_id, attempt_id, role, kind, name, address, state, state_at, position)
    select gen_random_uuid(), a.organisation_id, a.message_id, a.id, r.role, 'customer', 'Peter Jansen', r.role || '@bench.example', 'delivered', a.left_at, r.place
    from attempts a cross join (values ('to', 0), ('cc', 1)) r(role, place) where a.organisation_id = ${organisationId}`
  await sql`insert into read_marks (message_id, organisation_id, user_name)
    select id, ${organisationId}::uuid, 'Sanne de Wit' from bench_messages where not incoming or chance < 0.7`
  await sql`insert into attachments (id, organisation_id, owner_kind, owner_id, name, content_type, size, sha256, file_key)
    select gen_random_uuid(), ${organisationId}::uuid, 'message', id, 'note.pdf', 'application/pdf', 1000, '', id::text
    from bench_messages where chance < 0.2`
  await makeNotes(sql, organisationId)
  await sql`insert into entries (id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at)
    select gen_random_uuid(), ${organisationId}::uuid, administration_id, s.kind, s.id, 'message', m.id, m.at
    from bench_messages m cross join lateral (
      select m.kind, m.case_id as id union select 'customer', m.customer_id) s`
  await sql`insert into conversations (organisation_id, case_kind, case_id, administration_id, customer_id, last_message_id, last_at, unread, has_unread)
    select distinct on (kind, case_id) ${organisationId}::uuid, kind, case_id, administration_id, customer_id, id, at,
      (incoming and chance >= 0.7)::int, incoming and chance >= 0.7
    from bench_messages order by kind, case_id, at desc, id desc`
}

async function makeNotes(sql: Sql, organisationId: string): Promise<void> {
  await sql`insert into notes (id, organisation_id, administration_id, customer_id, case_kind, case_id, author_name, body_html, body_text, created_at)
    select gen_random_uuid(), ${organisationId}::uuid, administration_id, customer_id, kind, case_id, 'Joost Bakker', '<p>' || text || '</p>', text, at
    from bench_messages where chance > 0.95`
  await sql`insert into entries (id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at)
    select gen_random_uuid(), organisation_id, administration_id, case_kind, case_id, 'note', id, created_at from notes
    where organisation_id = ${organisationId}`
}

/** As `casepost_index_message` does for one; the indexes are made afterwards, which is many times faster. */
async function indexMessages(sql: Sql): Promise<void> {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes where tablename = 'message_words' and indexname not like '%_pkey'`
  for (const { indexname } of indexes) await sql.unsafe(`drop index ${indexname}`)
  await sql`insert into message_words (message_id, organisation_id, administration_id, case_kind, case_id, customer_id, words)
    select m.id, m.organisation_id, m.administration_id, m.case_kind, m.case_id, m.customer_id,
      concat_ws(' ', m.subject, m.body_text, m.author_name, c.name, c.number, b.number)
    from messages m join customers c on c.id = m.customer_id join bench_messages b on b.id = m.id`
  for (const { indexdef } of indexes) await sql.unsafe(indexdef)
}
