-- What inbox search compares: words in lower case and without accents, split at every ASCII character that is neither letter nor digit.
-- Not the `default` parser: it reads "VF-2026-04183" as a word and a negative number. The same on every locale, so the same on both engines.
create function casepost_search_words(searched text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct left(word, 60)), '{}') from regexp_split_to_table(
    translate(lower(searched), 'ÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝàáâäãåçèéêëìíîïñòóôöõùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyy'),
    E'[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u00a0]+') word
  where word <> ''
$$;
--> statement-breakpoint
-- The organisation is a word too: one index finds an organisation's messages with a word without reading those of others.
create function casepost_words_vector(organisation_id uuid, words text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_append(casepost_search_words(words), organisation_id::text))
$$;
--> statement-breakpoint
alter table message_words add column vector tsvector
  generated always as (casepost_words_vector(organisation_id, words)) stored;
--> statement-breakpoint
create index message_words_vector on message_words using gin (vector);
--> statement-breakpoint
-- Writes or, for a message that was taken back, removes what search reads about a message; again is harmless.
create function casepost_index_message(indexed uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from message_words w where w.message_id = indexed
    and (w.organisation_id = casepost_organisation() or casepost_organisation() is null);
  insert into message_words (message_id, organisation_id, administration_id, case_kind, case_id, customer_id, words)
  select m.id, m.organisation_id, m.administration_id, m.case_kind, m.case_id, m.customer_id,
    concat_ws(' ', m.subject, m.body_text, m.author_name, c.name, c.number, i.number, x.number)
  from messages m
  join customers c on c.id = m.customer_id
  left join invoices i on m.case_kind = 'invoice' and i.id = m.case_id
  left join matters x on m.case_kind = 'matter' and x.id = m.case_id
  where m.id = indexed and m.state <> 'cancelled'
    and (m.organisation_id = casepost_organisation() or casepost_organisation() is null)
$$;
--> statement-breakpoint
-- The conversations with a message that holds every word looked for, or a word beginning with it: of the 2,000 newest such messages.
-- The organisation is the transaction's, never an argument; the caller names the administrations that may be seen.
create function casepost_search_messages(search text, administrations uuid[])
returns table (case_kind text, case_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  sought tsquery;
begin
  select string_agg(quote_literal(word) || ':*', ' & ')::tsquery into sought from unnest(casepost_search_words(search)) word;
  if sought is null or casepost_organisation() is null then
    return;
  end if;
  return query
    select distinct newest.case_kind, newest.case_id from (
      select w.case_kind, w.case_id from message_words w
      where w.vector @@ (quote_literal(casepost_organisation())::tsquery && sought)
        and w.organisation_id = casepost_organisation() and w.administration_id = any (administrations)
      order by w.message_id desc limit 2000) newest;
end $$;
--> statement-breakpoint
revoke execute on function casepost_index_message(uuid), casepost_search_messages(text, uuid[]) from public;
--> statement-breakpoint
grant execute on function casepost_index_message(uuid) to casepost_app, casepost_portal, casepost_system;
--> statement-breakpoint
grant execute on function casepost_search_messages(text, uuid[]) to casepost_app;
