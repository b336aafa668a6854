/**
 * The number of the form in which a `Case` is stored. Count it up whenever a field of `Case`, or of what stands in it, is
 * added, dropped or gets another meaning: a program of a later form makes the states of an earlier one anew from their
 * events before it serves, and a program of an earlier form refuses to read those of a later one.
 */
export const stateForm = 1;
