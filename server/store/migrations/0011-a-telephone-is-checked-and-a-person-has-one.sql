-- Who proves that a telephone is theirs sees the cases of that number. One code at a time; the text with the code is
-- kept sealed until it has gone out.

create table phone_check (
  region_id text not null,
  phone_lookup bytea not null,
  code_hash bytea not null,
  message_sealed bytea,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  misses int not null default 0,
  primary key (region_id, phone_lookup)
);

grant select, insert, update, delete on phone_check to huiyin_app;

-- Where a member of staff is reached, as the administrator keeps it.
alter table person add column phone text;
