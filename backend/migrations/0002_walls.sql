grant usage on schema public to casepost_app, casepost_portal, casepost_system;
--> statement-breakpoint
-- Every table that carries an organisation, but for those behind a function (case_words, message_words).
do $$
declare tenant_table regclass;
begin
  for tenant_table in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('case_words', 'message_words')
  loop
    perform casepost_wall(tenant_table);
  end loop;
end $$;
--> statement-breakpoint
-- The organisation itself is its own row.
alter table organisations enable row level security;
--> statement-breakpoint
create policy casepost_app on organisations to casepost_app using (id = (select casepost_organisation()));
--> statement-breakpoint
grant select, update on organisations to casepost_app;
--> statement-breakpoint
-- People are seen through their membership in the transaction's organisation.
alter table users enable row level security;
--> statement-breakpoint
create policy casepost_app on users to casepost_app
  using (exists (select from memberships m where m.user_id = users.id));
--> statement-breakpoint
grant select (id, name, email, two_factor_enabled) on users to casepost_app;
--> statement-breakpoint
-- What was done stays done.
revoke update, delete on audit from casepost_app;
--> statement-breakpoint

-- The system's role: narrow by what it is granted.
select casepost_system_may('organisations', 'select, insert');
--> statement-breakpoint
select casepost_system_may('administrations', 'select, insert');
--> statement-breakpoint
select casepost_system_may('users', 'select');
--> statement-breakpoint
select casepost_system_may('memberships', 'select, insert, update');
--> statement-breakpoint
select casepost_system_may('administration_rights', 'select');
--> statement-breakpoint
select casepost_system_may('invitations', 'select, update');
--> statement-breakpoint
select casepost_system_may('api_keys', 'select, update');
--> statement-breakpoint
select casepost_system_may('idempotency_keys', 'select, delete');
--> statement-breakpoint
select casepost_system_may('customers', 'select');
--> statement-breakpoint
select casepost_system_may('contacts', 'select');
--> statement-breakpoint
select casepost_system_may('matters', 'select');
--> statement-breakpoint
select casepost_system_may('invoices', 'select');
--> statement-breakpoint
select casepost_system_may('matter_invoices', 'select');
--> statement-breakpoint
select casepost_system_may('relations', 'select');
--> statement-breakpoint
select casepost_system_may('relation_administrations', 'select');
--> statement-breakpoint
select casepost_system_may('messages', 'select, update');
--> statement-breakpoint
select casepost_system_may('attempts', 'select, update');
--> statement-breakpoint
select casepost_system_may('recipients', 'select, insert, update');
--> statement-breakpoint
select casepost_system_may('attachments', 'select, update, delete');
--> statement-breakpoint
select casepost_system_may('drafts', 'select, insert');
--> statement-breakpoint
select casepost_system_may('notes', 'select');
--> statement-breakpoint
select casepost_system_may('note_forwards', 'select');
--> statement-breakpoint
select casepost_system_may('note_recipients', 'select, update');
--> statement-breakpoint
select casepost_system_may('reminders', 'select, update');
--> statement-breakpoint
select casepost_system_may('conversations', 'select, insert, update');
--> statement-breakpoint
select casepost_system_may('entries', 'select, insert');
--> statement-breakpoint
select casepost_system_may('mails', 'select, insert, update');
--> statement-breakpoint
select casepost_system_may('delivery_events', 'select, insert, update, delete');
--> statement-breakpoint
select casepost_system_may('suppressions', 'select, insert, update');
--> statement-breakpoint
select casepost_system_may('portal_links', 'select, insert, update, delete');
--> statement-breakpoint
select casepost_system_may('portal_sessions', 'select, insert, update, delete');
--> statement-breakpoint
select casepost_system_may('notifications', 'select, insert');
--> statement-breakpoint
select casepost_system_may('audit', 'insert');
--> statement-breakpoint
select casepost_system_may('bulk_messages', 'select, update');
--> statement-breakpoint
select casepost_system_may('bulk_message_cases', 'select, update');
--> statement-breakpoint
grant select, insert, update, delete on leases, delivery_batches, setup_links, portal_entry_tries to casepost_system;
--> statement-breakpoint

-- The portal's role: what one customer may see, by session. No grant on notes, drafts, BCC, suppressions or anything of the staff.
create policy casepost_portal on organisations to casepost_portal using (id = (select casepost_organisation()));
--> statement-breakpoint
create policy casepost_portal on administrations to casepost_portal using (
  organisation_id = (select casepost_organisation())
  and id in (select c.administration_id from customers c where c.id = (select casepost_customer())));
--> statement-breakpoint
create policy casepost_portal on customers to casepost_portal using (
  organisation_id = (select casepost_organisation()) and id = (select casepost_customer()));
--> statement-breakpoint
create policy casepost_portal on contacts to casepost_portal using (
  organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer())
  and (select casepost_case()) is null);
--> statement-breakpoint
create policy casepost_portal on matters to casepost_portal using (
  organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer())
  and ((select casepost_case()) is null or id = (select casepost_case())));
--> statement-breakpoint
create policy casepost_portal on invoices to casepost_portal using (
  organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer())
  and ((select casepost_case()) is null or id = (select casepost_case())));
--> statement-breakpoint
create policy casepost_portal on matter_invoices to casepost_portal using (
  organisation_id = (select casepost_organisation())
  and exists (select from invoices i where i.id = invoice_id));
--> statement-breakpoint
create policy casepost_portal on messages to casepost_portal
  using (
    organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer()) and state = 'left'
    and ((select casepost_case()) is null or case_id = (select casepost_case())))
  with check (
    organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer())
    and direction = 'incoming' and ((select casepost_case()) is null or case_id = (select casepost_case())));
--> statement-breakpoint
create policy casepost_portal on recipients to casepost_portal using (
  organisation_id = (select casepost_organisation()) and role = 'to'
  and exists (select from messages m where m.id = message_id));
--> statement-breakpoint
create policy casepost_portal on attachments to casepost_portal
  using (
    organisation_id = (select casepost_organisation())
    and ((owner_kind = 'message' and exists (select from messages m where m.id = owner_id))
      or (owner_kind = 'invoice' and exists (select from invoices i where i.id = owner_id))))
  with check (organisation_id = (select casepost_organisation()) and owner_kind = 'message');
--> statement-breakpoint
create policy casepost_portal on conversations to casepost_portal
  using (organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer()))
  with check (organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer()));
--> statement-breakpoint
create policy casepost_portal on entries for insert to casepost_portal
  with check (organisation_id = (select casepost_organisation()));
--> statement-breakpoint
create policy casepost_portal on portal_sessions to casepost_portal using (
  organisation_id = (select casepost_organisation()) and customer_id = (select casepost_customer()));
--> statement-breakpoint
create policy casepost_portal on idempotency_keys to casepost_portal
  using (organisation_id = (select casepost_organisation()) and actor = 'customer:' || (select casepost_customer())::text)
  with check (organisation_id = (select casepost_organisation()) and actor = 'customer:' || (select casepost_customer())::text);
--> statement-breakpoint
grant select on organisations, administrations, customers, contacts, matters, invoices, matter_invoices to casepost_portal;
--> statement-breakpoint
grant select, insert on messages, attachments to casepost_portal;
--> statement-breakpoint
grant select (id, organisation_id, message_id, role, state, opened_at) on recipients to casepost_portal;
--> statement-breakpoint
grant select, insert, update on conversations to casepost_portal;
--> statement-breakpoint
grant insert on entries to casepost_portal;
--> statement-breakpoint
grant select, update, delete on portal_sessions to casepost_portal;
--> statement-breakpoint
grant select, insert, update on idempotency_keys to casepost_portal;
