-- Two migrations had made the same index; one is enough.
drop index case_by_tail;
