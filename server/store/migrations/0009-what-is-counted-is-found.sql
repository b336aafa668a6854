-- Figures over a year must not unpack the state of every case: what they ask of it stands in columns of its own.
alter table "case"
  add column intake_org text generated always as (state ->> 'intake') stored,
  add column deciding_org text generated always as (coalesce(state ->> 'topBureau', state ->> 'intake')) stored,
  add column accused_org text generated always as (state ->> 'accused') stored,
  add column ground text generated always as (state ->> 'ground') stored,
  add column rated boolean generated always as (coalesce((state ->> 'rated')::boolean, false)) stored,
  -- The petitioner's wish that has not been given up.
  add column kept_private boolean generated always as
    (state ->> 'choice' = 'nonPublic' and state ->> 'consentedOn' is null) stored;

-- The happenings that are counted are few among all that is on record.
create index case_event_counted on case_event (region_id, type, at)
  where type in ('handedOver', 'refused', 'repeatDeclined', 'rated', 'returnAsked', 'reworkOrdered', 'formalityDone');
