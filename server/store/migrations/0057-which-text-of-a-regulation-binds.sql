-- Which text of a regulation bound the cases of a region, from its first case on. A changed text is a row of its own,
-- with the reason; nothing is ever changed or taken out.
create table pack_text (
  region_id text not null references region (id),
  pack_id text not null,
  n int not null,
  sha256 text not null,
  -- `first`: the text of the first case; `release`: it came with a new version of the program; `amended`: `pack amend`.
  how text not null check (how in ('first', 'release', 'amended')),
  reason text not null default '',
  since_at timestamptz not null,
  primary key (region_id, pack_id, n)
);
grant select, insert on pack_text to huiyin_app;
