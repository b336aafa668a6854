-- A term in hours or minutes is over at a moment, not with its last day.
alter table duty add column due_at timestamptz;
create index duty_by_the_clock on duty (region_id, due_at)
  where due_at is not null and overdue_since is null and state in ('open', 'awaitingVerdict');
