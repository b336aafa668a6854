-- Not before this moment does a message go out; null for what goes out at any hour (codes, emergencies).
alter table outbox add column send_after timestamptz;
