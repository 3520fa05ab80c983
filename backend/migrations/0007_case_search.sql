-- Words as search compares them: lower case, no accents, one space for everything in ASCII that is neither letter nor digit. The same on
-- every locale, so the same on both engines.
create function casepost_plain(given text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(
    translate(replace(replace(lower(given), 'ß', 'ss'), 'æ', 'ae'),
      'ÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝàáâäãåçèéêëìíîïñòóôöõøùúûüýÿ',
      'aaaaaaceeeeiiiinoooooouuuuyaaaaaaceeeeiiiinoooooouuuuyy'),
    E'[\x01-\x2f\x3a-\x60\x7b-\x7f\u00a0\u2010-\u2015]+', ' ', 'g'))
$$;
--> statement-breakpoint
-- A number as numbers are compared: letters and digits only.
create function casepost_compact(given text) returns text language sql immutable strict parallel safe as $$
  select replace(casepost_plain(given), ' ', '')
$$;
--> statement-breakpoint
-- Writes what search reads about these cases of the transaction's organisation; no ids: about all of that kind. A customer's matters and
-- invoices carry its name, so they are written with it, and an invoice may open or settle its customer. Only what differs is written.
create function casepost_index_cases(kind text, ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  organisation constant uuid := casepost_organisation();
  customer_ids uuid[] := '{}';
  matter_ids uuid[] := '{}';
  invoice_ids uuid[] := '{}';
begin
  if kind = 'customer' then
    select array_agg(c.id) into customer_ids from customers c where c.organisation_id = organisation and (ids is null or c.id = any (ids));
    select array_agg(m.id) into matter_ids from matters m where m.customer_id = any (customer_ids);
    select array_agg(i.id) into invoice_ids from invoices i where i.customer_id = any (customer_ids);
  elsif kind = 'matter' then
    select array_agg(m.id) into matter_ids from matters m where m.organisation_id = organisation and (ids is null or m.id = any (ids));
  elsif kind = 'invoice' then
    select array_agg(i.id), array_agg(distinct i.customer_id) into invoice_ids, customer_ids
    from invoices i where i.organisation_id = organisation and (ids is null or i.id = any (ids));
  end if;
  insert into case_words as w (case_id, organisation_id, administration_id, customer_id, case_kind, number, words, open)
  select n.case_id, organisation, n.administration_id, n.customer_id, n.case_kind, casepost_compact(n.number),
    concat(' ', casepost_plain(concat_ws(' ', n.words,
      (select string_agg(x.value, ' ') from external_ids x where x.case_kind = n.case_kind and x.case_id = n.case_id))),
      ' ', casepost_compact(n.number), ' '), n.open
  from (
    select 'customer' as case_kind, c.id as case_id, c.administration_id, c.id as customer_id, c.number,
      concat_ws(' ', c.number, c.name, c.postcode, c.city,
        (select string_agg(concat_ws(' ', p.name, p.address), ' ') from contacts p where p.customer_id = c.id)) as words,
      exists (select from invoices i where i.customer_id = c.id and i.state = 'open') as open
    from customers c where c.id = any (customer_ids)
    union all
    select 'matter', m.id, m.administration_id, m.customer_id, m.number, concat_ws(' ', m.number, c.number, c.name), m.state = 'open'
    from matters m join customers c on c.id = m.customer_id where m.id = any (matter_ids)
    union all
    select 'invoice', i.id, i.administration_id, i.customer_id, i.number, concat_ws(' ', i.number, c.number, c.name), i.state = 'open'
    from invoices i join customers c on c.id = i.customer_id where i.id = any (invoice_ids)
  ) n
  on conflict (case_id) do update
    set number = excluded.number, words = excluded.words, open = excluded.open, customer_id = excluded.customer_id
    where (w.number, w.words, w.open, w.customer_id)
      is distinct from (excluded.number, excluded.words, excluded.open, excluded.customer_id);
end $$;
--> statement-breakpoint
-- Case search as you type, best match first: exact number or external id, number prefix, number contains, all words, similar words; open
-- before settled. The organisation is the transaction's, never an argument; the caller names the administrations that may be seen.
--
-- Every step reads a bounded number of candidates through an index. The planner takes state, kind and words for independent of each other
-- and so prefers reading the whole table: hence the settings, which end with the function.
create function casepost_search_cases(search text, administrations uuid[], only_kind text, most int)
returns table (case_kind text, case_id uuid) language plpgsql volatile security definer
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.4 set enable_seqscan = off set enable_indexscan = on as $$
declare
  organisation constant uuid := casepost_organisation();
  compact constant text := casepost_compact(search);
  tokens constant text[] := (string_to_array(casepost_plain(search), ' '))[1:8];
  has_long constant boolean := exists (select from unnest(tokens) token where length(token) > 2);
  scan constant text := format('select w.case_id from case_words w where w.organisation_id = %L and w.administration_id = any (%L) and ',
    organisation, administrations);
  -- One part an index; from the few to the many.
  parts constant text[] :=
    case when only_kind is null or only_kind = 'customer' then array['w.case_kind = ''customer'''] else '{}' end ||
    case when only_kind = 'customer' then '{}' else array[
      format('w.case_kind <> ''customer'' and w.open and (%1$L is null or w.case_kind = %1$L)', only_kind),
      format('w.case_kind <> ''customer'' and not w.open and (%1$L is null or w.case_kind = %1$L)', only_kind)] end;
  part text;
  matching text;
  tries text[];
  found_ids uuid[];
  hits uuid[] := '{}';
begin
  if organisation is null or compact = '' or cardinality(administrations) = 0 then
    return;
  end if;

  -- Numbers that begin so, one probe a kind and state; and external ids.
  select coalesce(array_agg(probe.case_id), '{}') into hits
  from (values ('customer', true), ('matter', true), ('invoice', true), ('customer', false), ('matter', false), ('invoice', false)) k (kind, open)
  cross join lateral (
    select w.case_id from case_words w
    where w.organisation_id = organisation and w.case_kind = k.kind and w.open = k.open
      and w.number like compact || '%' and w.administration_id = any (administrations)
    limit most) probe
  where only_kind is null or k.kind = only_kind;
  hits := hits || array(
    select x.case_id from external_ids x
    where x.organisation_id = organisation and x.value = btrim(search) and x.administration_id = any (administrations)
      and (only_kind is null or x.case_kind = only_kind)
    limit most);

  perform set_config('enable_indexscan', 'off', true);
  -- All words. A trigram needs three characters: a shorter word filters what a longer one found, or must stand at a word's beginning.
  select string_agg(format('w.words like %L', case when has_long then '%' else '% ' end || token || '%'), ' and ')
    into matching from unnest(tokens) token;
  foreach part in array parts loop
    exit when part like '%<>%' and cardinality(hits) >= 2 * most;
    execute format('select array(%s %s and %s limit %s)', scan, part, matching, most + 200) into found_ids;
    hits := hits || found_ids;
  end loop;

  -- Similar words, where that found nothing, or little and no number was meant: by trigrams, else two neighbours that changed places.
  if has_long and (cardinality(hits) = 0 or cardinality(hits) < 8 and compact !~ '[0-9]') then
    select array[string_agg(format(case when length(token) > 2 then '%1$L <%% w.words' else 'w.words like %2$L' end, token, '%' || token || '%'), ' and ')]
      into tries from unnest(tokens) token;
    tries := tries || array(
      select format('w.words like any (%L)', array(
        select '%' || left(token, place - 1) || substr(token, place + 1, 1) || substr(token, place, 1) || substr(token, place + 2) || '%'
        from generate_series(1, least(length(token), 12) - 1) place))
        || coalesce((select string_agg(format(' and w.words like %L', '%' || other || '%'), '') from unnest(tokens) other where other <> token), '')
      from unnest(tokens) token where length(token) > 3);
    foreach matching in array tries loop
      foreach part in array parts loop
        exit when cardinality(hits) >= most;
        execute format('select array(%s %s and %s limit %s)', scan, part, matching, most + 200) into found_ids;
        hits := hits || found_ids;
      end loop;
    end loop;
  end if;

  perform set_config('enable_indexscan', 'on', true);
  return query
    select ranked.case_kind, ranked.case_id
    from (
      select w.case_kind, w.case_id, w.number, w.open, tier.place as tier, closeness.score, closeness.position,
        row_number() over (partition by tier.place order by closeness.score desc) as nth
      from case_words w
      cross join lateral (
        select case
          when w.number = compact or exists (select from external_ids x
            where x.case_kind = w.case_kind and x.case_id = w.case_id and x.value = btrim(search)) then 0
          when w.number like compact || '%' then 1
          when w.number like '%' || compact || '%' then 2
          when (select bool_and(w.words like '%' || token || '%') from unnest(tokens) token) then 3
          else 4 end as place
      ) tier
      cross join lateral (
        select round(sum(case
          when w.words like '% ' || token || ' %' then 3
          when w.words like '% ' || token || '%' then 2
          else word_similarity(token, w.words) end)::numeric, 2) as score,
          sum(strpos(w.words, token)) as position
        from unnest(tokens) token
      ) closeness
      where w.case_id = any (hits)
    ) ranked
    where ranked.tier < 4 or ranked.nth <= 20
    order by ranked.tier, case when ranked.tier = 4 then -ranked.score end, ranked.open desc, ranked.score desc,
      array_position(array['customer', 'matter', 'invoice'], ranked.case_kind), ranked.position, ranked.number
    limit most;
end $$;
--> statement-breakpoint
-- Which cases numbers found on a page belong to, in any case and punctuation. Organisation and administrations as above.
create function casepost_lookup_cases(numbers text[], administrations uuid[], most int)
returns table (found text, case_kind text, case_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select n.found, w.case_kind, w.case_id
  from (select distinct found, casepost_compact(found) as number from unnest(numbers) found) n
  cross join (values ('customer', true), ('matter', true), ('invoice', true), ('customer', false), ('matter', false), ('invoice', false)) k (kind, open)
  join case_words w on w.organisation_id = casepost_organisation() and w.case_kind = k.kind and w.open = k.open and w.number = n.number
  where n.number <> '' and w.administration_id = any (administrations)
  limit most
$$;
--> statement-breakpoint
revoke execute on function casepost_index_cases(text, uuid[]), casepost_search_cases(text, uuid[], text, int),
  casepost_lookup_cases(text[], uuid[], int) from public;
--> statement-breakpoint
grant execute on function casepost_index_cases(text, uuid[]), casepost_search_cases(text, uuid[], text, int),
  casepost_lookup_cases(text[], uuid[], int) to casepost_app;
