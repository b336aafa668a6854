-- What goes out, what is not finished yet, and what must not be done twice.

create table outbox (
  region_id text not null,
  id uuid not null,
  case_id uuid not null,
  notice text not null,
  leg_id text,
  channel text not null,
  recipient_sealed bytea,
  recipient_masked text not null,
  subject text not null,
  body text not null,
  -- The text with what may be shown only once (a query code); emptied when the message has gone out.
  body_sealed bytea,
  state text not null,
  feedback boolean not null default false,
  -- While one sender is at it, no other is.
  taken_until timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index outbox_by_case on outbox (region_id, case_id);
create index outbox_by_state on outbox (region_id, state, created_at);

create table outbox_attempt (
  region_id text not null,
  outbox_id uuid not null,
  n int not null,
  at timestamptz not null,
  result text not null,
  detail text,
  primary key (region_id, outbox_id, n),
  foreign key (region_id, outbox_id) references outbox (region_id, id)
);

create table portal_draft (
  region_id text not null,
  token_hash bytea not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (region_id, token_hash)
);

create table desk_draft (
  region_id text not null,
  person_id uuid not null,
  case_id uuid not null,
  act text not null,
  data jsonb not null,
  saved_at timestamptz not null,
  primary key (region_id, person_id, case_id, act)
);

create table once_only (
  region_id text not null,
  actor text not null,
  key text not null,
  request_hash bytea not null,
  status int,
  reply jsonb,
  created_at timestamptz not null,
  primary key (region_id, actor, key)
);
create index once_only_by_age on once_only (created_at);

create table code_attempt (
  region_id text not null,
  who bytea not null,
  window_start timestamptz not null,
  misses int not null,
  primary key (region_id, who)
);
