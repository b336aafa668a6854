-- By which ways each person wants to hear of what; a kind without a row is told as usual.
create table telling_wish (
  region_id text not null,
  person_id uuid not null,
  kind text not null,
  ways text[] not null,
  primary key (region_id, person_id, kind),
  foreign key (region_id, person_id) references person (region_id, id)
);

-- What a person of the office was told, one row for each way. Where it goes is read from the person when it is sent.
create table staff_notice (
  region_id text not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null,
  way text not null,
  -- The duty it speaks of, or the event; the same thing is told to the same person by the same way once.
  about text not null,
  duty_id text,
  body text not null,
  state text not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  read_at timestamptz,
  primary key (region_id, id),
  unique (region_id, case_id, person_id, kind, way, about),
  foreign key (region_id, case_id) references "case" (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id)
);
create index staff_notice_newest on staff_notice (region_id, person_id, way, created_at desc);

grant select, insert, update, delete on telling_wish to huiyin_app;
grant select, insert, update on staff_notice to huiyin_app;
