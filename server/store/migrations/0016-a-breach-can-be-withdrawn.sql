-- A breach whose duty is not asked any more stays on record with the reason, and counts nowhere.
alter table breach add column withdrawn_at timestamptz;
alter table breach add column withdrawn_why text;
