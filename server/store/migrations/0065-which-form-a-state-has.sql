-- The state of a case is the engine's own form of it. Its number tells a program whether it can read what another one wrote.
-- What was written until now has the first form.
alter table "case" add column state_form smallint not null default 1;
create index case_by_state_form on "case" (region_id, state_form);
