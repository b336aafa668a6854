-- The case that this one is handled together with; its own number, answer and rating stay its own.
alter table "case" add column joined_to uuid;
create index case_joined on "case" (region_id, joined_to) where joined_to is not null;
