-- A sealed case is in no index. As with events, the application can seal only rows that speak of one, and give their words
-- back only to rows of which no case is a sealed one any more.
create function is_in_no_index(r text, c uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from public.case_search s where s.region_id = r and s.case_id = c) $$;

create or replace function kept_case_paper(r text, i uuid, was bytea, fresh bytea, words jsonb default null)
returns setof public.case_paper
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_paper t set words_sealed = fresh,
    title = case when was is null then '' when fresh is null then words->>'title' else t.title end,
    written = case when was is null then '{}' when fresh is null then words->'written' else t.written end
  where t.region_id = r and t.id = i and t.words_sealed is not distinct from was
    and case when was is null then fresh is not null and public.is_in_no_index(r, t.case_id)
      else fresh is not null or words is not null and not public.is_in_no_index(r, t.case_id) end
  returning t.* $$;

create or replace function kept_paper_service(r text, p uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.paper_service
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.paper_service t set words_sealed = fresh,
    recipient = case when was is null then '' when fresh is null then words->>'recipient' else t.recipient end,
    taken_by = case when was is null then null when fresh is null then words->>'taken_by' else t.taken_by end,
    mail_number = case when was is null then null when fresh is null then words->>'mail_number' else t.mail_number end,
    note = case when was is null then null when fresh is null then words->>'note' else t.note end
  from public.case_paper c
  where t.region_id = r and t.paper_id = p and t.seq = kept_paper_service.n and t.words_sealed is not distinct from was
    and c.region_id = r and c.id = p
    and case when was is null then fresh is not null and public.is_in_no_index(r, c.case_id)
      else fresh is not null or words is not null and not public.is_in_no_index(r, c.case_id) end
  returning t.* $$;

create or replace function kept_escalation_instruction(r text, e uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.escalation_instruction
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.escalation_instruction t set words_sealed = fresh,
    text = case when was is null then '' when fresh is null then words->>'text' else t.text end
  from (select bool_or(public.is_in_no_index(r, o.case_id)) as any_sealed from public.escalation_case o
    where o.region_id = r and o.escalation_id = e) c
  where t.region_id = r and t.escalation_id = e and t.seq = n and t.words_sealed is not distinct from was
    and case when was is null then fresh is not null and c.any_sealed
      else fresh is not null or words is not null and not c.any_sealed end
  returning t.* $$;

create or replace function kept_suggestion_choice(r text, c uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.suggestion_choice
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.suggestion_choice t set words_sealed = fresh,
    suggested_why = case when was is null then '' when fresh is null then words->>'suggested_why' else t.suggested_why end,
    why = case when was is null then null when fresh is null then words->>'why' else t.why end
  where t.region_id = r and t.case_id = c and t.version = n and t.words_sealed is not distinct from was
    and case when was is null then fresh is not null and public.is_in_no_index(r, c)
      else fresh is not null or words is not null and not public.is_in_no_index(r, c) end
  returning t.* $$;

create or replace function kept_office_event(r text, st text, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.office_event
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.office_event t set words_sealed = fresh,
    data = case when was is null then jsonb_set(t.data, '{note}', '"-"')
      when fresh is null then jsonb_set(t.data, '{note}', words->'note') else t.data end
  from public.breach b
  where t.region_id = r and t.stream = st and t.seq = n and t.words_sealed is not distinct from was
    and t.stream = 'accountability' and t.type = 'causeDecided'
    and b.region_id = r and b.id::text = t.data->>'breach'
    and case when was is null then fresh is not null and public.is_in_no_index(r, b.case_id)
      else fresh is not null or words is not null and not public.is_in_no_index(r, b.case_id) end
  returning t.* $$;

revoke all on function is_in_no_index from public;
