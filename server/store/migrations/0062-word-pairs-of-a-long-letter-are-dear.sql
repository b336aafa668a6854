-- The pairs of a letter of 5 000 signs take milliseconds to make. Without a cost the planner reads a whole table by making
-- them for every row, once for each word that is looked for, instead of asking the index.
alter function bigrams(text) cost 20000;
