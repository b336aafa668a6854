-- A calendar year belongs to the house (null) and holds for every region, or to one region and holds there before the
-- house's. What a region's desk loads is the region's own.
alter table calendar_version add column region_id text references region (id);
create index calendar_version_by_region on calendar_version (region_id, year);
