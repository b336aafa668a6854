-- The title that lists show tells of nobody; where that differs from the one that was typed, this is the typed one.
alter table "case" add column title_given text;
