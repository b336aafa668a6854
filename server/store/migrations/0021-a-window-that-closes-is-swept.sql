-- A window that closes unused starts what is owed because of it, so the sweep looks for windows as well as duties.
drop index duty_to_sweep;
create index duty_to_sweep on duty (region_id, due_on)
  where state in ('open', 'awaitingVerdict') and overdue_since is null;
