-- A browser may hold several drafts, one for each window: each is kept under a mark of its own, all are found by the browser.
alter table portal_draft add column visit_hash bytea;
create index portal_draft_of_visit on portal_draft (region_id, visit_hash) where visit_hash is not null;
