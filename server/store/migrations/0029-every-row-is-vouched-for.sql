-- What an outsider can check. Each transaction leaves a voucher: table, key and hash of every row that it wrote, signed
-- by the application. Vouchers are the leaves of a Merkle tree whose head is signed every minute.

-- Of two writes of the same row the later has the higher number: the number is drawn at the end of a transaction, while
-- the row is still locked. A clock could not promise that.
create sequence voucher_number;

create table voucher (
  region_id text not null references region (id),
  n bigint not null,
  at timestamptz not null,
  -- [table, key, hash] of each row; the hash is "-" where the row was removed.
  rows jsonb not null,
  -- The leaf of the tree.
  hash bytea not null,
  signature bytea not null,
  -- The place in the tree, given by the next checkpoint.
  leaf bigint,
  -- The newest day that it signs; null for most.
  day date,
  primary key (region_id, n)
);
create unique index voucher_by_leaf on voucher (region_id, leaf) where leaf is not null;
create index voucher_of_day on voucher (region_id, day) where day is not null;
create index voucher_without_leaf on voucher (region_id, n) where leaf is null;

-- Roots of full subtrees of 256, 65 536, … leaves, so that a head is reckoned without reading the whole tree.
create table tree_node (
  region_id text not null references region (id),
  level int not null,
  place bigint not null,
  hash bytea not null,
  primary key (region_id, level, place)
);

create table checkpoint (
  region_id text not null references region (id),
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  -- The signed note, as c2sp.org/tlog-checkpoint writes it.
  note text not null,
  -- The last signed day at that time.
  last_day date,
  primary key (region_id, size)
);

create table cosignature (
  region_id text not null,
  size bigint not null,
  witness text not null,
  line text not null,
  -- By the clock of the witness.
  at timestamptz not null,
  primary key (region_id, size, witness),
  foreign key (region_id, size) references checkpoint (region_id, size)
);

grant select, insert on voucher, tree_node, checkpoint, cosignature to huiyin_app;
grant update (leaf) on voucher to huiyin_app;
grant usage on sequence voucher_number to huiyin_app;

-- An event whose time lies in a day that is signed already (the clock went back) is counted in a later day.
alter table case_event add column counted_on date;
alter table office_event add column counted_on date;
create index case_event_counted_late on case_event (region_id, counted_on) where counted_on is not null;
create index office_event_counted_late on office_event (region_id, counted_on) where counted_on is not null;

-- Since when every row of a table has a voucher; rows of a table that is not here may have none.
create table vouched_part (
  region_id text not null references region (id),
  part text not null,
  since_at timestamptz not null,
  primary key (region_id, part)
);
grant select, insert on vouched_part to huiyin_app;
