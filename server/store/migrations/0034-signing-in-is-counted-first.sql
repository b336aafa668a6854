-- A try is taken before the secret is looked at, and given back when it was right.

create table sign_in_try (
  region_id text not null,
  -- Keyed hash of what is counted: a login with an address or a browser, or a login from everywhere unknown.
  who bytea not null,
  account_id uuid,
  misses int not null,
  allowed int not null,
  last_at timestamptz not null,
  primary key (region_id, who),
  foreign key (region_id, account_id) references account (region_id, id) on delete cascade
);
create index sign_in_try_by_account on sign_in_try (region_id, account_id);
grant select, insert, update, delete on sign_in_try to huiyin_app;

-- Browsers and addresses from which an account has been signed in to: strangers' misses do not shut them out.
create table known_device (
  region_id text not null,
  account_id uuid not null,
  mark_hash bytea not null,
  address text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (region_id, account_id, mark_hash),
  foreign key (region_id, account_id) references account (region_id, id) on delete cascade
);
grant select, insert, update, delete on known_device to huiyin_app;
-- The address of the last sign-in before this was kept is known; no browser has the mark that stands beside it.
insert into known_device (region_id, account_id, mark_hash, address, first_at, last_at)
select region_id, id, sha256(gen_random_uuid()::text::bytea), last_sign_in_from, last_sign_in, last_sign_in
from account where last_sign_in_from is not null and last_sign_in is not null;

-- The last passwords of an account, so that none of them comes back.
create table old_password (
  region_id text not null,
  account_id uuid not null,
  hash text not null,
  ended_at timestamptz not null,
  primary key (region_id, account_id, hash),
  foreign key (region_id, account_id) references account (region_id, id) on delete cascade
);
grant select, insert, delete on old_password to huiyin_app;

alter table account
  drop column failed_attempts,
  drop column locked_until,
  -- A second factor that the server has made and no code has proved yet.
  add column totp_offered bytea,
  add column totp_offered_at timestamptz;

alter table session
  add column id uuid not null default gen_random_uuid(),
  add column address text not null default '',
  add column device text not null default '';
create unique index session_by_id on session (region_id, id);
create index session_by_account on session (region_id, account_id);
