-- Which cases of a kind hold every word looked for, in their own words or in their customer's: all of them, in no order, for overviews and
-- "all matching the filter". The organisation is the transaction's, never an argument; the caller names the administrations.
create function casepost_find_cases(search text, administrations uuid[], only_kind text)
returns setof uuid language plpgsql stable security definer rows 500 set search_path = public, pg_temp as $$
declare
  tokens constant text[] := (string_to_array(casepost_plain(search), ' '))[1:8];
  compact constant text := casepost_compact(search);
  has_long constant boolean := exists (select from unnest(tokens) token where length(token) > 2);
  matching text;
begin
  if compact = '' then
    return;
  end if;
  -- A trigram needs three characters: a shorter word filters what a longer one found, or must stand at a word's beginning.
  select string_agg(format('w.words like %L', case when has_long then '%' else '% ' end || token || '%'), ' and ')
    into matching from unnest(tokens) token;
  -- A number in another notation: `vf 2026/04183`.
  if cardinality(tokens) > 1 then
    matching := format('(%s or w.words like %L)', matching, '%' || compact || '%');
  end if;
  matching := format('w.organisation_id = %L and w.administration_id = any (%L) and %s', casepost_organisation(), administrations, matching);
  if only_kind = 'customer' then
    return query execute 'select w.case_id from case_words w where w.case_kind = ''customer'' and ' || matching;
    return;
  end if;
  return query execute format(
    'select w.case_id from case_words w where w.case_kind <> ''customer'' and w.open and w.case_kind = %1$L and %2$s
     union select w.case_id from case_words w where w.case_kind <> ''customer'' and not w.open and w.case_kind = %1$L and %2$s
     union select o.case_id from case_words w join case_words o on o.customer_id = w.customer_id and o.case_kind = %1$L
       where w.case_kind = ''customer'' and %2$s', only_kind, matching);
end $$;
--> statement-breakpoint
revoke execute on function casepost_find_cases(text, uuid[], text) from public;
--> statement-breakpoint
grant execute on function casepost_find_cases(text, uuid[], text) to casepost_app;
