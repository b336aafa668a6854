-- The application works under a role that can add to the log and can neither change nor remove what stands in it.

do $$
begin
  if not exists (select from pg_roles where rolname = 'huiyin_app') then
    create role huiyin_app nologin;
  end if;
end $$;

grant usage on schema public to huiyin_app;
grant select, insert, update, delete on all tables in schema public to huiyin_app;
revoke update, delete on case_event, office_event, case_content, day_root, access_log from huiyin_app;
revoke update, delete on escalation_instruction from huiyin_app;
revoke insert, update, delete on schema_migration from huiyin_app;
revoke delete on "case", petitioner, leg, outbox, breach, publication, escalation, circular from huiyin_app;
do $$ begin execute format('grant huiyin_app to %I', current_user); end $$;

-- Jobs are put in by the application in its own transaction; the queue's tables belong to the owner.
create function enqueue(task text, payload json, key text default null, due timestamptz default null)
returns void language sql security definer set search_path = pg_catalog, pg_temp as
$$ select graphile_worker.add_job(task, payload, job_key => key, run_at => due) $$;
revoke all on function enqueue from public;
grant execute on function enqueue to huiyin_app;
