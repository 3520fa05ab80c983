-- Trigrams carry the search that forgives typos. The extension is trusted: the database's owner may create it.
create extension if not exists pg_trgm;
--> statement-breakpoint
-- The three roles a transaction may take. They belong to the cluster, so another database may have made them already.
do $$
declare role_name text;
begin
  foreach role_name in array array['casepost_app', 'casepost_portal', 'casepost_system'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin noinherit', role_name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant %I to current_user', role_name);
    exception when others then
      if not pg_has_role(current_user, role_name, 'member') then raise; end if;
    end;
  end loop;
end $$;
--> statement-breakpoint
-- What a transaction is about, set with `set_config(…, true)`. A pooled connection hands back '' and not null: hence nullif.
create function casepost_organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('casepost.organisation', true), '')::uuid $$;
--> statement-breakpoint
create function casepost_customer() returns uuid language sql stable as
  $$ select nullif(current_setting('casepost.customer', true), '')::uuid $$;
--> statement-breakpoint
-- Set only where a portal session may see one conversation: the case it is about.
create function casepost_case() returns uuid language sql stable as
  $$ select nullif(current_setting('casepost.case', true), '')::uuid $$;
--> statement-breakpoint
-- Puts a tenant's table behind the second wall: rows of the transaction's organisation only, for the application's role.
create function casepost_wall(tenant_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format(
    'create policy casepost_app on %s to casepost_app using (organisation_id = (select casepost_organisation()))
     with check (organisation_id = (select casepost_organisation()))', tenant_table);
  execute format('grant select, insert, update, delete on %s to casepost_app', tenant_table);
end $$;
--> statement-breakpoint
-- Lets the system's role see and change a tenant's table of any organisation: sign-in, links, keys, webhooks, dispatcher.
create function casepost_system_may(tenant_table regclass, deeds text) returns void language plpgsql as $$
begin
  execute format('create policy casepost_system on %s to casepost_system using (true) with check (true)', tenant_table);
  execute format('grant %s on %s to casepost_system', deeds, tenant_table);
end $$;
