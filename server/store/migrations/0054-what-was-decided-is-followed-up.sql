-- What a meeting or an inspection decided: who does what until when; and that it was done. Neither is ever changed.
create table periodic_decision (
  region_id text not null references region (id),
  id uuid not null,
  work_id uuid not null,
  n int not null,
  org_id text not null,
  what text not null,
  until date not null,
  primary key (region_id, id),
  unique (region_id, work_id, n),
  foreign key (region_id, work_id) references periodic_work (region_id, id)
);

create table periodic_decision_done (
  region_id text not null references region (id),
  decision_id uuid not null,
  on_day date not null,
  note text not null,
  at timestamptz not null,
  person_id uuid not null,
  primary key (region_id, decision_id),
  foreign key (region_id, decision_id) references periodic_decision (region_id, id)
);

grant select, insert on periodic_decision, periodic_decision_done to huiyin_app;
