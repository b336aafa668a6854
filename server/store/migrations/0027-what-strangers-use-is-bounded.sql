-- When the bytes of a file were last brought in: those that nothing refers to any more are deleted after a time of grace.
alter table file_content add column kept_at timestamptz not null default now();

-- How much of what is free for everybody has been used, by whom (a hash of the address) and on which day.
create table allowance (
  region_id text not null,
  who bytea not null,
  what text not null,
  day date not null,
  used bigint not null,
  primary key (region_id, who, what, day)
);
grant select, insert, update, delete on allowance to huiyin_app;

-- Marks of browsers that have taken their leave: what was opened with them stays shut until they would have ended anyway.
create table ended_visit (
  region_id text not null,
  mark_hash bytea not null,
  until timestamptz not null,
  primary key (region_id, mark_hash)
);
grant select, insert, update, delete on ended_visit to huiyin_app;

-- The bytes of drafts are counted whenever a file comes in.
create index attachment_of_drafts on attachment (region_id) include (size) where draft_hash is not null;
