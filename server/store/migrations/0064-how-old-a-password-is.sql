-- Since when an account has its password; null for one from before this was kept. A first password that nobody uses lapses,
-- and a region may demand a new one after so many days.
alter table account add column password_since timestamptz;
