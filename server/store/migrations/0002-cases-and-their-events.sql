-- What happened, append-only and chained; and the case as its events have made it.

create table "case" (
  region_id text not null references region (id),
  id uuid not null,
  number text not null,
  version int not null,
  stage text not null,
  track text,
  subject text not null,
  channel text not null,
  pack_id text not null,
  received_at timestamptz not null,
  title text not null,
  -- Where it happened: an area of the tree, and words.
  area_id text,
  place text,
  category text,
  urgent boolean not null default false,
  final_audit boolean not null default false,
  -- The engine's case: everything that decisions look at.
  state jsonb not null,
  code_hash bytea,
  repeat_of uuid,
  chain_id uuid,
  source text,
  source_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, number),
  unique (region_id, source, source_id)
);
create index case_by_stage on "case" (region_id, stage, received_at desc);
create index case_by_received on "case" (region_id, received_at desc, id desc);
create index case_by_chain on "case" (region_id, chain_id);

create function bigrams(t text) returns text[] language sql immutable parallel safe as
$$ select coalesce(array_agg(distinct substr(t, i, 2)), '{}') from generate_series(1, greatest(length(t) - 1, 1)) i $$;

-- Normalised words of a case, apart from the row that every act rewrites. Cases that must not be found have none.
create table case_search (
  region_id text not null,
  case_id uuid not null,
  search_text text not null,
  primary key (region_id, case_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index case_search_by_words on case_search using gin (bigrams(search_text));

create table case_event (
  region_id text not null,
  case_id uuid not null,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (region_id, case_id, seq),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index case_event_by_time on case_event (region_id, at);

-- The words as they came in. Beside the log, so that they can be erased when the archive law allows it.
create table case_content (
  region_id text not null,
  case_id uuid not null,
  content text not null,
  claim text,
  primary key (region_id, case_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

create table petitioner (
  region_id text not null,
  case_id uuid not null,
  kind text not null,
  name_masked text not null,
  phone_masked text,
  reply_by text not null,
  people int not null default 1,
  sealed bytea not null,
  phone_lookup bytea,
  email_lookup bytea,
  primary key (region_id, case_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index petitioner_by_phone on petitioner (region_id, phone_lookup);
create index petitioner_by_email on petitioner (region_id, email_lookup);

create table leg (
  region_id text not null,
  case_id uuid not null,
  leg_id text not null,
  matter_id text not null,
  org_id text not null,
  kind text not null,
  role text not null,
  stage text not null,
  opened_at timestamptz not null,
  viewed_at timestamptz,
  overdue text,
  reworked boolean not null default false,
  passed_at timestamptz,
  primary key (region_id, case_id, leg_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index leg_by_org on leg (region_id, org_id, opened_at);

create table duty (
  region_id text not null,
  case_id uuid not null,
  duty_id text not null,
  rule text not null,
  kind text not null,
  leg_id text,
  owner_org text,
  owner_post text,
  started_at timestamptz not null,
  started_on date not null,
  due_on date,
  target_on date,
  due_within date,
  state text not null,
  ended_on date,
  overdue_since date,
  flagged boolean not null,
  gap int,
  primary key (region_id, case_id, duty_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index duty_by_owner on duty (region_id, owner_org, due_on) where state in ('open', 'paused');
create index duty_to_sweep on duty (region_id, due_on) where state in ('open', 'awaitingVerdict') and kind = 'duty';
create index duty_by_rule on duty (region_id, rule, started_on);

create table case_sight (
  region_id text not null,
  case_id uuid not null,
  org_id text not null,
  post text not null,
  sees text not null,
  primary key (region_id, case_id, org_id, post),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index case_sight_by_org on case_sight (region_id, org_id, post, case_id);

create table attachment (
  region_id text not null,
  id uuid not null,
  case_id uuid,
  draft_hash bytea,
  purpose text not null,
  name text not null,
  type text not null,
  size int not null,
  sha256 bytea not null,
  for_petitioner boolean not null default false,
  uploaded_at timestamptz not null,
  uploaded_by jsonb not null,
  primary key (region_id, id)
);
create index attachment_by_case on attachment (region_id, case_id);
create index attachment_by_draft on attachment (region_id, draft_hash);

create table file_content (
  region_id text not null,
  sha256 bytea not null,
  bytes bytea not null,
  primary key (region_id, sha256)
);

create table publication (
  region_id text not null,
  case_id uuid not null,
  matter_id text not null,
  id uuid not null,
  title text not null,
  question text not null,
  answer text not null,
  org_id text not null,
  days_used int,
  answered_on date not null,
  published_at timestamptz not null,
  taken_down_at timestamptz,
  search_text text not null,
  primary key (region_id, id),
  unique (region_id, case_id, matter_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index publication_newest on publication (region_id, answered_on desc, id) where taken_down_at is null;
create index publication_by_words on publication using gin (bigrams(search_text));

-- Running numbers by series: `case` by day, others by the first day of their year.
create table running_number (
  region_id text not null,
  series text not null,
  day date not null,
  last int not null,
  primary key (region_id, series, day)
);
