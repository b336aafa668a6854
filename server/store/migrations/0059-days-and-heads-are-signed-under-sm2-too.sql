-- Beside Ed25519, days and heads of the log carry a signature under SM2 where the suite is 国密. Null: from before.
alter table day_root add column sm2_signature bytea;
alter table checkpoint add column sm2_signature bytea;

-- The key, and from where on every day and head must carry its signature. The row is vouched for under Ed25519 and never
-- changed, so that a signature cannot be taken away as if there had been none.
create table sm2_key (
  region_id text primary key references region (id),
  print text not null,
  public_key text not null,
  -- Later days and larger heads carry the signature. No day: all of them.
  after_day date,
  after_size bigint not null,
  begun_at timestamptz not null
);
grant select, insert on sm2_key to huiyin_app;
