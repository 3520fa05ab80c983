DROP INDEX "message_words_organisation_id_case_id_index";--> statement-breakpoint
CREATE INDEX "message_words_organisation_id_message_id_index" ON "message_words" USING btree ("organisation_id","message_id");--> statement-breakpoint
-- Inbox search reads words by fortnight, newest first, and stops when it has enough: so a common word costs what a rare one does, and
-- neither costs more for a longer past. A fortnight (2^30 ms, 12.4 days) is the first bits of a message's id, which begins with its time.
create function casepost_fortnight(message_id uuid) returns int language sql immutable strict parallel safe as $$
  select ('x' || left(message_id::text, 5))::bit(20)::bit(18)::int
$$;
--> statement-breakpoint
create function casepost_fortnight_key(organisation_id uuid, fortnight int) returns text language sql immutable strict parallel safe as $$
  select right(organisation_id::text, 6) || lpad(to_hex(fortnight), 5, '0')
$$;
--> statement-breakpoint
-- Every word of a message behind its organisation and fortnight, in the same plain letters as case search. Schemas are named: an index is
-- built without a search path.
create function casepost_words_vector(organisation_id uuid, message_id uuid, words text) returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(coalesce(
    array_agg(distinct public.casepost_fortnight_key(organisation_id, public.casepost_fortnight(message_id)) || left(word, 60)), '{}'))
  from unnest(string_to_array(public.casepost_plain(words), ' ')) word where word <> ''
$$;
--> statement-breakpoint
drop index message_words_vector;
--> statement-breakpoint
alter table message_words drop column vector;
--> statement-breakpoint
drop function casepost_words_vector(uuid, text);
--> statement-breakpoint
drop function casepost_search_words(text);
--> statement-breakpoint
create index message_words_by_fortnight on message_words using gin (casepost_words_vector(organisation_id, message_id, words));
--> statement-breakpoint
-- The conversations with a message that holds every word looked for: at least the 300 that had one last, where there are so many; one may
-- come twice. The last word, and words of three letters and more, are also found by how they begin. The organisation is the
-- transaction's, never an argument; the caller names the administrations that may be seen.
create or replace function casepost_search_messages(search text, administrations uuid[])
returns table (case_kind text, case_id uuid) language plpgsql stable rows 100 security definer
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  organisation constant uuid := casepost_organisation();
  enough constant int := 300;
  sought constant text[] := (string_to_array(casepost_plain(search), ' '))[1:8];
  oldest constant int := (select casepost_fortnight(w.message_id) from message_words w
    where w.organisation_id = organisation order by w.message_id limit 1);
  latest int := (select casepost_fortnight(w.message_id) from message_words w
    where w.organisation_id = organisation order by w.message_id desc limit 1);
  span int := 1;
  matching tsquery;
  more int;
  found_so_far int := 0;
begin
  if casepost_plain(search) = '' then
    return;
  end if;
  while latest >= oldest and found_so_far < enough loop
    select string_agg(one.fortnight, ' | ')::tsquery into matching from (
      select '(' || string_agg(
        quote_literal(casepost_fortnight_key(organisation, f) || left(word, 60))
          || case when place = cardinality(sought) or word ~ '^[^0-9]{3,}$' then ':*' else '' end, ' & ') || ')' as fortnight
      from generate_series(greatest(latest - span + 1, oldest), latest) f, unnest(sought) with ordinality s (word, place)
      group by f) one;
    -- Written so that only the index of words serves it: with an order and a limit the planner would rather try message after message.
    return query
      with matched as materialized (
        select w.message_id, w.case_kind, w.case_id from message_words w
        where casepost_words_vector(w.organisation_id, w.message_id, w.words) @@ matching
          and (w.organisation_id = organisation) is true and w.administration_id = any (administrations))
      select distinct newest.case_kind, newest.case_id from (
        select m.case_kind, m.case_id from matched m order by m.message_id desc limit 2000) newest;
    get diagnostics more = row_count;
    found_so_far := found_so_far + more;
    latest := latest - span;
    span := span * 2;
  end loop;
end $$;
