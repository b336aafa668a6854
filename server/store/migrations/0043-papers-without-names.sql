-- A second printing of each paper with the petitioner masked, for those who may read the case and not whom it is from.
-- Papers made before have none.
alter table case_paper
  add column masked_docx_sha256 bytea,
  add column masked_pdf_sha256 bytea;
