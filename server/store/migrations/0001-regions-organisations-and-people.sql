-- The office: who there is, where they stand, and who holds which post from when to when.

create table region (
  id text primary key,
  name text not null,
  jurisdiction text not null,
  settings jsonb not null default '{}',
  -- Raised with every change of organisations, posts or calendars, so that cached copies know they are stale.
  version bigint not null default 1
);

create table org (
  region_id text not null references region (id),
  id text not null,
  parent_id text,
  kind text not null,
  level text not null,
  name text not null,
  short_name text not null,
  initials text not null default '',
  duties text not null default '',
  phone text,
  address text,
  joined_on date,
  left_on date,
  primary key (region_id, id),
  foreign key (region_id, parent_id) references org (region_id, id)
);

create table person (
  region_id text not null references region (id),
  id uuid not null,
  name text not null,
  phone_sealed bytea,
  email text,
  active boolean not null default true,
  primary key (region_id, id)
);

create table holding (
  region_id text not null,
  id uuid not null,
  person_id uuid not null,
  org_id text not null,
  post text not null,
  valid_from date not null,
  valid_to date,
  stands_in_for uuid,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, org_id) references org (region_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index holding_by_person on holding (region_id, person_id);

create table account (
  region_id text not null,
  id uuid not null,
  person_id uuid not null,
  login text not null,
  password_hash text not null,
  totp_sealed bytea,
  -- The newest half minute whose code has been used; a code works once.
  totp_step bigint,
  -- The password was given by somebody else and must be replaced before any work.
  must_change boolean not null default false,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  last_sign_in timestamptz,
  last_sign_in_from text,
  primary key (region_id, id),
  unique (region_id, login),
  foreign key (region_id, person_id) references person (region_id, id)
);

create table session (
  region_id text not null,
  token_hash bytea not null,
  account_id uuid not null,
  org_id text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (region_id, token_hash),
  foreign key (region_id, account_id) references account (region_id, id) on delete cascade
);

create table api_token (
  region_id text not null,
  id uuid not null,
  token_hash bytea not null,
  name text not null,
  person_id uuid not null,
  org_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (region_id, id),
  unique (region_id, token_hash),
  foreign key (region_id, person_id) references person (region_id, id)
);

-- Calendars are the same for every region of an installation.
create table calendar_version (
  id uuid primary key,
  year int not null,
  effective_from date,
  source text not null,
  holidays jsonb not null,
  make_up_days jsonb not null,
  loaded_at timestamptz not null
);
create index calendar_version_by_year on calendar_version (year);
