-- The same as refreshing them, for cases whose only news is a message of ours: a bulk message writes many at once, and working out everything
-- else again would cost more than the messages. Customers' rows first and in the order of their ids, as there.
create function casepost_touch_case_rows(touched jsonb, sent_at timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform from case_rows r
  where r.case_id in (select (t ->> 'case_id')::uuid from jsonb_array_elements(touched) t) and r.case_kind = 'customer'
    and r.organisation_id = casepost_organisation()
  order by r.case_id for no key update;
  update case_rows r set last_message_id = t.message_id, last_message_at = sent_at, last_sent_at = sent_at, not_delivered = false
  from (
    select distinct on (x.case_id) x.case_id, x.message_id from jsonb_to_recordset(touched) as x(case_id uuid, message_id uuid)
    order by x.case_id, x.message_id desc) t
  where r.case_id = t.case_id and r.organisation_id = casepost_organisation();
end $$;
--> statement-breakpoint
revoke execute on function casepost_touch_case_rows(jsonb, timestamptz) from public;
--> statement-breakpoint
grant execute on function casepost_touch_case_rows(jsonb, timestamptz) to casepost_app;
