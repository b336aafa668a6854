-- Who can act on a duty now, so that a list of work needs no engine: posts of the owing organisation, and beside each
-- what it would do. Null for duties written before this was known: then the post that the rule names.
alter table duty
  add column able text[],
  add column steps text[];

create index duty_unasked on duty (region_id, case_id)
  where able is null and kind = 'duty' and state in ('open', 'paused', 'awaitingVerdict', 'reported');

drop index duty_by_owner;
create index duty_by_owner on duty (region_id, owner_org, due_on) where state in ('open', 'paused', 'reported');
create index duty_late on duty (region_id, due_on) where kind = 'duty' and state in ('open', 'awaitingVerdict');

-- What has changed since a list was drawn.
create index case_by_change on "case" (region_id, updated_at);

-- Whom somebody's acts concern: the work that a person has done, and cases by their handler.
create index case_event_by_person on case_event (region_id, (actor ->> 'personId'), at) where actor ->> 'kind' = 'staff';

-- Names, numbers and addresses of the people behind a case, as keyed hashes: found only by the whole of them.
alter table petitioner add column lookups bytea[];
create index petitioner_by_lookup on petitioner using gin (lookups);
create index petitioner_without_lookups on petitioner (region_id, case_id) where lookups is null;

-- A case by the number of the system that it came from, and by the last digits of its own.
create index case_by_source_number on "case" (region_id, source_id) where source_id is not null;
create index case_by_last_digits on "case" (region_id, right(number, 6));

-- Cases that somebody keeps an eye on.
create table case_star (
  region_id text not null,
  person_id uuid not null,
  case_id uuid not null,
  starred_at timestamptz not null,
  primary key (region_id, person_id, case_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

-- Searches that somebody has kept under a name.
create table saved_search (
  region_id text not null,
  person_id uuid not null,
  id uuid not null,
  name text not null,
  conditions jsonb not null,
  saved_at timestamptz not null,
  primary key (region_id, person_id, id),
  unique (region_id, person_id, name)
);

grant select, insert, update, delete on case_star, saved_search to huiyin_app;
