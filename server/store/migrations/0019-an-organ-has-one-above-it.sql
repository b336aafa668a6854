-- The competent body one level above in the same line of work: who reviews what this one has decided.
alter table org add column superior_id text;
alter table org add foreign key (region_id, superior_id) references org (region_id, id) deferrable initially deferred;
