-- What the efficiency offices work on, what is reported between bodies, and who looked at what.

create table breach (
  region_id text not null,
  id uuid not null,
  case_id uuid not null,
  duty_id text not null,
  rule text not null,
  kind text not null,
  leg_id text,
  org_id text not null,
  on_day date not null,
  responsible jsonb not null,
  registry_gap boolean not null,
  cause text,
  cause_note text,
  cause_by uuid,
  cause_at timestamptz,
  primary key (region_id, id),
  unique (region_id, case_id, duty_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index breach_by_org on breach (region_id, org_id, on_day);

create table proposal (
  region_id text not null,
  id uuid not null,
  org_id text not null,
  office_id text not null,
  sanction text not null,
  measure text not null,
  on_day date not null,
  -- The calendar month of the day: what is counted by the month is proposed once a month, whatever is booked late.
  month text not null,
  evidence jsonb not null,
  people jsonb not null,
  state text not null,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  primary key (region_id, id),
  unique (region_id, measure, org_id, month)
);

create table circular (
  region_id text not null,
  id uuid not null,
  office_id text not null,
  kind text not null,
  period_from date not null,
  period_to date not null,
  body jsonb not null,
  issued_at timestamptz,
  issued_by uuid,
  created_at timestamptz not null,
  primary key (region_id, id)
);

create table org_notice (
  region_id text not null,
  id uuid not null,
  to_org text not null,
  from_org text not null,
  as_kind text not null,
  topic text not null,
  body jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  primary key (region_id, id)
);
create index org_notice_by_org on org_notice (region_id, to_org, created_at desc);

create table queue_check (
  region_id text not null,
  org_id text not null,
  day date not null,
  person_id uuid not null,
  first_at timestamptz not null,
  primary key (region_id, org_id, day)
);

create table escalation (
  region_id text not null,
  id uuid not null,
  number text not null,
  from_org text not null,
  to_org text not null,
  to_person uuid not null,
  copy_org text not null,
  copy_person uuid not null,
  title text not null,
  summary text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (region_id, id),
  unique (region_id, number)
);

create table escalation_case (
  region_id text not null,
  escalation_id uuid not null,
  case_id uuid not null,
  primary key (region_id, escalation_id, case_id),
  foreign key (region_id, escalation_id) references escalation (region_id, id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

-- The leaders' instructions on a document, in the order in which they were written down, and the cases that took none.
create table escalation_instruction (
  region_id text not null,
  escalation_id uuid not null,
  seq int not null,
  text text not null,
  at timestamptz not null,
  by uuid not null,
  left_out jsonb not null,
  primary key (region_id, escalation_id, seq),
  foreign key (region_id, escalation_id) references escalation (region_id, id)
);

-- Acts that concern no single case: persons, units, calendars, causes, circulars, rights. Chained like the cases.
create table office_event (
  region_id text not null,
  stream text not null,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (region_id, stream, seq)
);
create index office_event_by_time on office_event (region_id, at);

create table access_log (
  region_id text not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  org_id text,
  what text not null,
  case_id uuid,
  reason text,
  detail jsonb not null default '{}',
  primary key (region_id, id)
);
create index access_log_by_case on access_log (region_id, case_id, at);

create table day_root (
  region_id text not null,
  day date not null,
  events int not null,
  root bytea not null,
  previous_root bytea not null,
  signature bytea not null,
  public_key text not null,
  signed_at timestamptz not null,
  primary key (region_id, day)
);
