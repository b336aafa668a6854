-- People read the last six digits of a number to each other; without an index each such search reads every case.
create index case_by_tail on "case" (region_id, right(number, 6));
