-- Papers made of cases, each with its bytes, and how they were served. Neither is ever changed: a wrong paper is
-- followed by a right one.

create table case_paper (
  region_id text not null,
  id uuid not null,
  case_id uuid not null,
  leg_id text,
  kind text not null,
  title text not null,
  organ_id text not null,
  word text,
  year int not null,
  n int,
  number text,
  -- The case as it was: the number of its events.
  case_version int not null,
  written jsonb not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (region_id, id),
  unique (region_id, organ_id, word, year, n),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index case_paper_by_case on case_paper (region_id, case_id, made_at);

create table paper_service (
  region_id text not null,
  paper_id uuid not null,
  seq int not null,
  recipient text not null,
  mode text not null,
  on_day date not null,
  result text not null,
  taken_by text,
  mail_number text,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (region_id, paper_id, seq),
  foreign key (region_id, paper_id) references case_paper (region_id, id)
);

grant select, insert on case_paper, paper_service to huiyin_app;
