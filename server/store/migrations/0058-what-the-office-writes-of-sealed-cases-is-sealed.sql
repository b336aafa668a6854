-- The data of the events of a sealed case and the words in its state are sealed as a whole. The plain columns keep what
-- queries need (ids, codes, dates); the hash of an event stays that of its whole data.
alter table case_event add column sealed bytea;
alter table "case" add column state_sealed bytea;

-- The application cannot change events otherwise. Only those of a case that is in no index, and none that are sealed.
create function sealed_event(r text, c uuid, n int, left_over jsonb, fresh bytea) returns setof public.case_event
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_event e set data = left_over, sealed = fresh
  where e.region_id = r and e.case_id = c and e.seq = n and e.sealed is null and fresh is not null
    and not exists (select from public.case_search s where s.region_id = r and s.case_id = c)
  returning e.* $$;

-- The same value under another key.
create function resealed_event(r text, c uuid, n int, was bytea, fresh bytea) returns setof public.case_event
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_event e set sealed = fresh
  where e.region_id = r and e.case_id = c and e.seq = n and e.sealed = was and fresh is not null
  returning e.* $$;

-- A case that is sealed no longer, so one in the index, gets the data of its events back.
create function opened_event(r text, c uuid, n int, whole jsonb) returns setof public.case_event
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_event e set data = whole, sealed = null
  where e.region_id = r and e.case_id = c and e.seq = n and e.sealed is not null
    and exists (select from public.case_search s where s.region_id = r and s.case_id = c)
  returning e.* $$;

revoke all on function sealed_event, resealed_event, opened_event from public;
grant execute on function sealed_event, resealed_event, opened_event to huiyin_app;

-- What two persons have agreed to erase goes from the sealed data too.
create or replace function wordless_events(r text, c uuid, left_over jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with changed as (
    update public.case_event e set data = d.value, sealed = null
    from jsonb_array_elements(left_over) with ordinality as d (value, seq)
    where e.region_id = r and e.case_id = c and e.seq = d.seq
      and exists (select from public.appraisal a where a.region_id = r and a.case_id = c and a.state = 'agreed')
    returning 1)
  select count(*) from changed $$;
