-- Words of a sealed case also lie in the rows beside it. Those of each row become one sealed value; the columns keep what
-- queries need.
alter table "case" add column words_sealed bytea;
alter table attachment add column words_sealed bytea;
alter table breach add column words_sealed bytea;
alter table case_paper add column words_sealed bytea;
alter table desk_draft add column words_sealed bytea;
alter table escalation add column words_sealed bytea;
alter table escalation_instruction add column words_sealed bytea;
alter table office_event add column words_sealed bytea;
alter table org_notice add column words_sealed bytea;
alter table outbox add column words_sealed bytea;
alter table outbox_attempt add column words_sealed bytea;
alter table paper_service add column words_sealed bytea;
alter table staff_notice add column words_sealed bytea;
alter table suggestion_choice add column words_sealed bytea;

-- By these the rows of one case are found.
create index org_notice_by_number on org_notice (region_id, (body->>'number'));
create index escalation_case_by_case on escalation_case (region_id, case_id);
create index escalation_by_number on escalation (region_id, number);
create index desk_draft_by_case on desk_draft (region_id, case_id);
create index office_event_by_breach on office_event (region_id, (data->>'breach')) where data ? 'breach';

-- Rows that the application cannot change otherwise. Without `was` a row is sealed, with both values it is sealed under
-- another key, without `fresh` it gets its words back: only when its case is in the index, so sealed no longer.
create function kept_case_paper(r text, i uuid, was bytea, fresh bytea, words jsonb default null)
returns setof public.case_paper
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.case_paper t set words_sealed = fresh,
    title = case when was is null then '' when fresh is null then words->>'title' else t.title end,
    written = case when was is null then '{}' when fresh is null then words->'written' else t.written end
  where t.region_id = r and t.id = i and t.words_sealed is not distinct from was
    and (fresh is not null or was is not null and words is not null and exists
      (select from public.case_search s where s.region_id = r and s.case_id = t.case_id))
  returning t.* $$;

create function kept_paper_service(r text, p uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.paper_service
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.paper_service t set words_sealed = fresh,
    recipient = case when was is null then '' when fresh is null then words->>'recipient' else t.recipient end,
    taken_by = case when was is null then null when fresh is null then words->>'taken_by' else t.taken_by end,
    mail_number = case when was is null then null when fresh is null then words->>'mail_number' else t.mail_number end,
    note = case when was is null then null when fresh is null then words->>'note' else t.note end
  where t.region_id = r and t.paper_id = p and t.seq = n and t.words_sealed is not distinct from was
    and (fresh is not null or was is not null and words is not null and exists
      (select from public.case_paper c join public.case_search s on s.region_id = r and s.case_id = c.case_id
        where c.region_id = r and c.id = p))
  returning t.* $$;

create function kept_escalation_instruction(r text, e uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.escalation_instruction
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.escalation_instruction t set words_sealed = fresh,
    text = case when was is null then '' when fresh is null then words->>'text' else t.text end
  where t.region_id = r and t.escalation_id = e and t.seq = n and t.words_sealed is not distinct from was
    and (fresh is not null or was is not null and words is not null and exists
      (select from public.escalation_case c join public.case_search s on s.region_id = r and s.case_id = c.case_id
        where c.region_id = r and c.escalation_id = e))
  returning t.* $$;

create function kept_suggestion_choice(r text, c uuid, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.suggestion_choice
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.suggestion_choice t set words_sealed = fresh,
    suggested_why = case when was is null then '' when fresh is null then words->>'suggested_why' else t.suggested_why end,
    why = case when was is null then null when fresh is null then words->>'why' else t.why end
  where t.region_id = r and t.case_id = c and t.version = n and t.words_sealed is not distinct from was
    and (fresh is not null or was is not null and words is not null and exists
      (select from public.case_search s where s.region_id = r and s.case_id = c))
  returning t.* $$;

-- Of the log of the office only the words in which the cause of a breach was explained; their hash stays that of the whole.
create function kept_office_event(r text, st text, n int, was bytea, fresh bytea, words jsonb default null)
returns setof public.office_event
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.office_event t set words_sealed = fresh,
    data = case when was is null then jsonb_set(t.data, '{note}', '"-"')
      when fresh is null then jsonb_set(t.data, '{note}', words->'note') else t.data end
  where t.region_id = r and t.stream = st and t.seq = n and t.words_sealed is not distinct from was
    and t.stream = 'accountability' and t.type = 'causeDecided'
    and (fresh is not null or was is not null and words is not null and exists
      (select from public.breach b join public.case_search s on s.region_id = r and s.case_id = b.case_id
        where b.region_id = r and b.id::text = t.data->>'breach'))
  returning t.* $$;

revoke all on function kept_case_paper, kept_paper_service, kept_escalation_instruction, kept_suggestion_choice,
  kept_office_event from public;
grant execute on function kept_case_paper, kept_paper_service, kept_escalation_instruction, kept_suggestion_choice,
  kept_office_event to huiyin_app;
