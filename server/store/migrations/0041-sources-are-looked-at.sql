-- When somebody of the body that collects messages has looked at a place where people write (YT-4.1); kept as it was done.
create table source_check (
  region_id text not null references region (id),
  id uuid not null,
  org_id text not null,
  source text not null,
  at timestamptz not null,
  person_id uuid not null,
  found int not null,
  primary key (region_id, id)
);
create index source_check_newest on source_check (region_id, org_id, source, at desc);

grant select, insert on source_check to huiyin_app;
