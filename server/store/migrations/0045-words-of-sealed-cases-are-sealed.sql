-- The petitioner's words of a case that must not be found by its words (a report about officials, a refusal of which only
-- some may know) are sealed: `content` is empty then, `claim` null, and the title of the case names nothing.
alter table case_content add column sealed bytea;

-- The application cannot change these rows otherwise. `was` is what lies there: nobody overwrites what was written in between.
create function sealed_words(r text, c uuid, was bytea, fresh bytea) returns setof public.case_content
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_content w set content = '', claim = null, sealed = fresh
  where w.region_id = r and w.case_id = c and w.sealed is not distinct from was and fresh is not null
  returning w.* $$;

-- A case that is sealed no longer gets its words back: those alone of which its first event keeps the hash.
create function opened_words(r text, c uuid, words text, claimed text) returns setof public.case_content
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_content w set content = words, claim = claimed, sealed = null
  where w.region_id = r and w.case_id = c and w.sealed is not null
    and encode(sha256(convert_to(words, 'UTF8')), 'hex') =
      (select e.data->>'contentHash' from public.case_event e where e.region_id = r and e.case_id = c and e.seq = 1)
  returning w.* $$;

revoke all on function sealed_words, opened_words from public;
grant execute on function sealed_words, opened_words to huiyin_app;
