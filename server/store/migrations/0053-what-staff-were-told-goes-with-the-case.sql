-- What staff were told of a case goes with its words when its time of keeping is over.
grant delete on staff_notice to huiyin_app;
