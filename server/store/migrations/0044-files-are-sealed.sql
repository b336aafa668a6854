-- The bytes of files and papers are sealed by the application. Older ones are plain until they are sealed by
-- `huiyin keys rotate`; the hash that names them is that of the plain bytes either way.
alter table file_content add column sealed boolean not null default false;
