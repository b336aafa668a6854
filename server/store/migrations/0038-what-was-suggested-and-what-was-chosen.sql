-- Whom the system proposed for a dispatch and whom the dispatcher chose: how good the proposals are is read from it.
create table suggestion_choice (
  region_id text not null,
  case_id uuid not null,
  -- The version that the dispatch has made of the case: a repeated request is the same choice.
  version int not null,
  at timestamptz not null,
  person_id uuid not null,
  org_id text not null,
  suggested text not null,
  suggested_why text not null,
  chosen text not null,
  why text,
  primary key (region_id, case_id, version),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index suggestion_choice_by_time on suggestion_choice (region_id, at);

grant select, insert on suggestion_choice to huiyin_app;
