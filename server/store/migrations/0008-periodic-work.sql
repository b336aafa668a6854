-- What comes round and was done: a circular, an inspection, calls back, a meeting, a report, each with the figures as
-- they stood and the files as they were printed. Never changed: what was wrong is followed by what is right.

create table periodic_work (
  region_id text not null,
  id uuid not null,
  office_id text not null,
  pack_id text not null,
  measure text not null,
  kind text not null,
  period_from date not null,
  period_to date not null,
  held_on date not null,
  -- The bodies that took part.
  with_whom jsonb not null,
  title text not null,
  -- An official document is numbered by its year: 〔2026〕第3期.
  year int not null,
  n int,
  number text,
  material jsonb not null,
  remarks jsonb not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (region_id, id),
  unique (region_id, office_id, measure, year, n)
);
create index periodic_work_by_office on periodic_work (region_id, office_id, held_on);

grant select, insert on periodic_work to huiyin_app;
