-- Of duties that end together the one which the regulation names first comes first, in lists as on the page of the case.
alter table duty add column place smallint not null default 0;
