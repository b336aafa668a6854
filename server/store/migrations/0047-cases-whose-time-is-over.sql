-- Cases past their time of keeping, one line each, until two persons have decided; and what their decision deletes.

create table appraisal (
  region_id text not null,
  case_id uuid not null,
  -- The class of the region's own table, and its words on that day; by hand: none.
  class text,
  basis text not null,
  due_on date,
  listed_at timestamptz not null,
  listed_by uuid,
  -- listed, proposed, agreed (to be deleted), erased, kept.
  state text not null default 'listed',
  held_why text,
  held_by uuid,
  held_at timestamptz,
  -- What was proposed: erase or keep.
  proposal text,
  proposed_by uuid,
  proposed_at timestamptz,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  primary key (region_id, case_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index appraisal_by_state on appraisal (region_id, state, due_on);
grant select, insert, update on appraisal to huiyin_app;

alter table "case" add column erased_at timestamptz;

-- The application can neither change nor delete these rows. What two persons have agreed to goes through here alone.
create function erased_words(r text, c uuid) returns setof public.case_content
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.case_content w where w.region_id = r and w.case_id = c
    and exists (select from public.appraisal a where a.region_id = r and a.case_id = c and a.state = 'agreed')
  returning w.* $$;

create function erased_services(r text, c uuid) returns setof public.paper_service
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.paper_service s using public.case_paper p
  where s.region_id = r and p.region_id = r and p.id = s.paper_id and p.case_id = c
    and exists (select from public.appraisal a where a.region_id = r and a.case_id = c and a.state = 'agreed')
  returning s.* $$;

create function erased_papers(r text, c uuid) returns setof public.case_paper
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.case_paper p where p.region_id = r and p.case_id = c
    and exists (select from public.appraisal a where a.region_id = r and a.case_id = c and a.state = 'agreed')
  returning p.* $$;

-- The words of the events go; their places, types, times, signers and hashes stay.
create function wordless_events(r text, c uuid, left_over jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with changed as (
    update public.case_event e set data = d.value
    from jsonb_array_elements(left_over) with ordinality as d (value, seq)
    where e.region_id = r and e.case_id = c and e.seq = d.seq
      and exists (select from public.appraisal a where a.region_id = r and a.case_id = c and a.state = 'agreed')
    returning 1)
  select count(*) from changed $$;

revoke all on function erased_words, erased_services, erased_papers, wordless_events from public;
grant execute on function erased_words, erased_services, erased_papers, wordless_events to huiyin_app;
