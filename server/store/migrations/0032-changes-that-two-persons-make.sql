-- Changes of rights that one person proposes and another agrees to.

create table office_change (
  region_id text not null,
  id uuid not null,
  kind text not null,
  -- Whom it is for: who gains a post, as whom a token works, whose account is reset.
  person_id uuid not null,
  data jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_org text not null,
  proposed_at timestamptz not null,
  -- The seat whose holder decides.
  seat text not null,
  expires_at timestamptz not null,
  state text not null default 'waiting',
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, proposed_by) references person (region_id, id)
);
create index office_change_by_state on office_change (region_id, state, proposed_at desc);
grant select, insert, update on office_change to huiyin_app;

-- By whom a token came about: nobody for one that a person made for themselves.
alter table api_token
  add column proposed_by uuid,
  add column agreed_by uuid;
