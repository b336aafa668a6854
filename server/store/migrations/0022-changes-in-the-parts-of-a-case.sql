-- Up to which event a body that has sent a case out in parts has seen it: what a part has brought since marks the case.
create table parts_seen (
  region_id text not null,
  case_id uuid not null,
  org_id text not null,
  seq int not null,
  primary key (region_id, case_id, org_id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

grant select, insert, update on parts_seen to huiyin_app;
